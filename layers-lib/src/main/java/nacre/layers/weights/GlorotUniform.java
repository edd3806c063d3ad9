package nacre.layers.weights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers spread evenly over `±√(6 / (fanIn + fanOut))`, so that signals neither grow nor fade
/// from layer to layer; the default of a kernel.
///
/// Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural
/// networks (2010).
///
/// @param seed gives the same numbers every time; default none
/// @param inputAxes the axes of a kernel that are inputs; default as in a convolution
/// @param outputAxes the axes of a kernel that are outputs; default as in a convolution
public record GlorotUniform(
        @Nullable Integer seed,
        @Nullable List<Integer> inputAxes,
        @Nullable List<Integer> outputAxes)
        implements FanScaled {
    /// Without a seed of its own.
    public GlorotUniform() {
        this(null, null, null);
    }

    /// With a seed of its own.
    public GlorotUniform(int seed) {
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
        return Distribution.UNIFORM;
    }
}
