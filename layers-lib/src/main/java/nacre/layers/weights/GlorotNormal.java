package nacre.layers.weights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers from a bell curve of deviation `√(2 / (fanIn + fanOut))`, its ends cut off at 2
/// deviations.
///
/// Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural
/// networks (2010).
///
/// @param seed gives the same numbers every time; default none
/// @param inputAxes the axes of a kernel that are inputs; default as in a convolution
/// @param outputAxes the axes of a kernel that are outputs; default as in a convolution
public record GlorotNormal(
        @Nullable Integer seed,
        @Nullable List<Integer> inputAxes,
        @Nullable List<Integer> outputAxes)
        implements FanScaled {
    /// Without a seed of its own.
    public GlorotNormal() {
        this(null, null, null);
    }

    /// With a seed of its own.
    public GlorotNormal(int seed) {
        this(seed, null, null);
    }

    @Override
    public double scale() {
        return 1;
    }

    @Override
    public Mode mode() {
        return Mode.FAN_AVG;
    }

    @Override
    public Distribution distribution() {
        return Distribution.TRUNCATED_NORMAL;
    }
}
