package nacre.layers.weights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers spread evenly over `±√(6 / fanIn)`; made for relu, which halves what comes in.
///
/// Source: He and others, Delving deep into rectifiers (2015).
///
/// @param seed gives the same numbers every time; default none
/// @param inputAxes the axes of a kernel that are inputs; default as in a convolution
/// @param outputAxes the axes of a kernel that are outputs; default as in a convolution
public record HeUniform(
        @Nullable Integer seed,
        @Nullable List<Integer> inputAxes,
        @Nullable List<Integer> outputAxes)
        implements FanScaled {
    /// Without a seed of its own.
    public HeUniform() {
        this(null, null, null);
    }

    /// With a seed of its own.
    public HeUniform(int seed) {
        this(seed, null, null);
    }

    @Override
    public double scale() {
        return 2;
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
