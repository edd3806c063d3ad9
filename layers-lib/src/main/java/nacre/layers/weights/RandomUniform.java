package nacre.layers.weights;

import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Numbers spread evenly over an interval; the default of an Embedding.
///
/// Source: [Keras, RandomUniform](https://keras.io/api/layers/initializers/).
///
/// @param minval its lower end; default -0.05
/// @param maxval its upper end; default 0.05
/// @param seed gives the same numbers every time; default none
public record RandomUniform(double minval, double maxval, @Nullable Integer seed)
        implements Initializer {
    /// Over ±0.05.
    public RandomUniform() {
        this(-0.05, 0.05);
    }

    /// Without a seed of its own.
    public RandomUniform(double minval, double maxval) {
        this(minval, maxval, null);
    }

    @Override
    public Tensor values(Shape shape, long drawn) {
        return new RandomStream(seed == null ? drawn : seed).uniform(shape, minval, maxval);
    }
}
