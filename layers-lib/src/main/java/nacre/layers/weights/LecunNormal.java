package nacre.layers.weights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers from a bell curve of deviation `√(1 / fanIn)`, its ends cut off; made for selu.
///
/// Source: LeCun and others, Efficient BackProp (1998).
///
/// @param seed gives the same numbers every time; default none
/// @param inputAxes the axes of a kernel that are inputs; default as in a convolution
/// @param outputAxes the axes of a kernel that are outputs; default as in a convolution
public record LecunNormal(
        @Nullable Integer seed,
        @Nullable List<Integer> inputAxes,
        @Nullable List<Integer> outputAxes)
        implements FanScaled {
    /// Without a seed of its own.
    public LecunNormal() {
        this(null, null, null);
    }

    /// With a seed of its own.
    public LecunNormal(int seed) {
        this(seed, null, null);
    }

    @Override
    public double scale() {
        return 1;
    }

    @Override
    public Mode mode() {
        return Mode.FAN_IN;
    }

    @Override
    public Distribution distribution() {
        return Distribution.TRUNCATED_NORMAL;
    }
}
