package nacre.layers.weights;

import nacre.layers.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Numbers spread evenly over `[-limit, limit]`, `limit = √(6 / (fanIn + fanOut))`, so that signals
// neither grow nor
/// fade from layer to layer; the default of a kernel.
///
/// Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural
// networks (2010).
///
/// @param seed gives the same numbers every time; default none
public record GlorotUniform(@Nullable Integer seed) implements Initializer {
    /// Without a seed of its own.
    public GlorotUniform() {
        this(null);
    }

    @Override
    public Tensor values(Shape shape, long drawn) {
        double limit = Math.sqrt(3 / Fans.of(shape).mean());
        return new RandomStream(seed == null ? drawn : seed).uniform(shape, -limit, limit);
    }
}
