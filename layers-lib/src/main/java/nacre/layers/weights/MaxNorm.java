package nacre.layers.weights;

import nacre.layers.config.Axes;
import nacre.tensor.Tensor;

/// Shortens the vectors of incoming weights that are longer than a limit.
///
/// ```java
/// new MaxNorm(2).apply(Tensor.of(new float[] {3, 4}))   // [1.2, 1.6]
/// ```
///
/// Source: [Keras, MaxNorm](https://keras.io/api/layers/constraints/).
///
/// @param maxValue the limit; default 2
/// @param axis along which axes a vector lies; default 0, as in the kernel of a Dense
public record MaxNorm(double maxValue, Axes axis) implements Constraint {
    /// At most 2, along axis 0.
    public MaxNorm() {
        this(2);
    }

    /// Along axis 0.
    public MaxNorm(double maxValue) {
        this(maxValue, 0);
    }

    /// A limit, and along which axes a vector lies.
    public MaxNorm(double maxValue, int... axis) {
        this(maxValue, Axes.of(axis));
    }

    @Override
    public Tensor apply(Tensor weight) {
        Tensor norms = Norms.of(weight, axis);
        return Norms.scale(weight, norms.clip(0, (float) maxValue), norms);
    }
}
