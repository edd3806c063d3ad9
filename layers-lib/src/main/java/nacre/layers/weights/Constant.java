package nacre.layers.weights;

import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// The same value everywhere, or given values.
///
/// ```java
/// new Constant(0.5).values(Shape.of(2), 1)   // [0.5, 0.5]
/// ```
///
/// Source: [Keras, Constant](https://keras.io/api/layers/initializers/).
///
/// @param value a number, or an array that stretches to the weight's shape
public record Constant(Tensor value) implements Initializer {
    /// Zeros, as in Keras; better say [Zeros].
    public Constant() {
        this(0);
    }

    /// The same number everywhere.
    public Constant(double value) {
        this(Tensor.of((float) value));
    }

    @Override
    public Tensor values(Shape shape, long seed) {
        return value.broadcastTo(shape);
    }
}
