package nacre.layers.weights;

import nacre.layers.config.Axes;
import nacre.tensor.Tensor;

/// Gives the vectors of incoming weights length 1.
///
/// ```java
/// new UnitNorm().apply(Tensor.of(new float[] {3, 4}))   // [0.6, 0.8]
/// ```
///
/// Source: [Keras, UnitNorm](https://keras.io/api/layers/constraints/).
///
/// @param axis along which axes a vector lies; default 0, as in the kernel of a Dense
public record UnitNorm(Axes axis) implements Constraint {
    /// Along axis 0.
    public UnitNorm() {
        this(0);
    }

    /// Along which axes a vector lies.
    public UnitNorm(int... axis) {
        this(Axes.of(axis));
    }

    @Override
    public Tensor apply(Tensor weight) {
        return Norms.scale(weight, Tensor.of(1), Norms.of(weight, axis));
    }
}
