package nacre.layers.weights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers spread evenly over `±√(3 / fanIn)`.
///
/// Source: LeCun and others, Efficient BackProp (1998).
///
/// @param seed gives the same numbers every time; default none
/// @param inputAxes the axes of a kernel that are inputs; default as in a convolution
/// @param outputAxes the axes of a kernel that are outputs; default as in a convolution
public record LecunUniform(
        @Nullable Integer seed,
        @Nullable List<Integer> inputAxes,
        @Nullable List<Integer> outputAxes)
        implements FanScaled {
    /// Without a seed of its own.
    public LecunUniform() {
        this(null, null, null);
    }

    /// With a seed of its own.
    public LecunUniform(int seed) {
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
        return Distribution.UNIFORM;
    }
}
