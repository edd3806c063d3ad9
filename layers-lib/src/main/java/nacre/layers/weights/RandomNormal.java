package nacre.layers.weights;

import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Numbers from a bell curve.
///
/// Source: [Keras, RandomNormal](https://keras.io/api/layers/initializers/).
///
/// @param mean its middle; default 0
/// @param stddev its standard deviation; default 0.05
/// @param seed gives the same numbers every time; default none
public record RandomNormal(double mean, double stddev, @Nullable Integer seed)
        implements Initializer {
    /// Around 0 with deviation 0.05.
    public RandomNormal() {
        this(0, 0.05);
    }

    /// Without a seed of its own.
    public RandomNormal(double mean, double stddev) {
        this(mean, stddev, null);
    }

    @Override
    public Tensor values(Shape shape, long drawn) {
        return new RandomStream(seed == null ? drawn : seed).normal(shape, mean, stddev);
    }
}
