package nacre.layers.weights;

import nacre.layers.config.Axes;
import nacre.tensor.Tensor;

/// Brings the lengths of the vectors of incoming weights between two limits.
///
/// ```java
/// new MinMaxNorm(1, 10, 1, 0).apply(Tensor.of(new float[] {0.3f, 0.4f}))   // [0.6, 0.8]
/// ```
///
/// Source: [Keras, MinMaxNorm](https://keras.io/api/layers/constraints/).
///
/// @param minValue the lower limit; default 0
/// @param maxValue the upper limit; default 1
/// @param rate how far each time, from 0 (not at all) to 1 (all the way, default)
/// @param axis along which axes a vector lies; default 0, as in the kernel of a Dense
public record MinMaxNorm(double minValue, double maxValue, double rate, Axes axis)
        implements Constraint {
    /// Between 0 and 1, all the way, along axis 0.
    public MinMaxNorm() {
        this(0, 1, 1, 0);
    }

    /// Two limits, how far each time, and along which axes a vector lies.
    public MinMaxNorm(double minValue, double maxValue, double rate, int... axis) {
        this(minValue, maxValue, rate, Axes.of(axis));
    }

    @Override
    public Tensor apply(Tensor weight) {
        Tensor norms = Norms.of(weight, axis);
        Tensor within = norms.clip((float) minValue, (float) maxValue);
        return Norms.scale(
                weight, within.mul((float) rate).add(norms.mul((float) (1 - rate))), norms);
    }
}
