package nacre.layers.weights;

import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// All ones; the default of a scale.
///
/// ```java
/// new Ones().values(Shape.of(2), 1)   // [1, 1]
/// ```
///
/// Source: [Keras, Ones](https://keras.io/api/layers/initializers/).
public record Ones() implements Initializer {
    @Override
    public Tensor values(Shape shape, long seed) {
        return Tensor.ones(shape);
    }
}
