package nacre.layers.weights;

import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// All zeros; the default of a bias.
///
/// ```java
/// new Zeros().values(Shape.of(2), 1)   // [0, 0]
/// ```
///
/// Source: [Keras, Zeros](https://keras.io/api/layers/initializers/).
public record Zeros() implements Initializer {
    @Override
    public Tensor values(Shape shape, long seed) {
        return Tensor.zeros(shape);
    }
}
