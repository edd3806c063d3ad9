package nacre.layers.weights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers whose variance is `scale / n`, where `n` counts inputs, outputs or both; Glorot's, He's
/// and LeCun's initializers are cases of it.
///
/// Source: [Keras, VarianceScaling](https://keras.io/api/layers/initializers/).
///
/// @param scale the variance times `n`; default 1
/// @param mode what `n` counts: `FAN_IN` (default), `FAN_OUT`, `FAN_AVG`
/// @param distribution `TRUNCATED_NORMAL` (default), `UNTRUNCATED_NORMAL`, `UNIFORM`
/// @param seed gives the same numbers every time; default none
/// @param inputAxes the axes of a kernel that are inputs; default as in a convolution
/// @param outputAxes the axes of a kernel that are outputs; default as in a convolution
public record VarianceScaling(
        double scale,
        Mode mode,
        Distribution distribution,
        @Nullable Integer seed,
        @Nullable List<Integer> inputAxes,
        @Nullable List<Integer> outputAxes)
        implements FanScaled {
    public VarianceScaling {
        if (!(scale > 0)) {
            throw new IllegalArgumentException(
                    "`scale` must be greater than 0; got " + scale + ".");
        }
    }

    /// Scale 1, fan in, a truncated bell curve.
    public VarianceScaling() {
        this(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);
    }

    /// Without a seed of its own.
    public VarianceScaling(double scale, Mode mode, Distribution distribution) {
        this(scale, mode, distribution, null, null, null);
    }
}
