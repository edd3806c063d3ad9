package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Leaves images only a few brightnesses: so many bits of the eight that a byte has.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomPosterization(4).outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomPosterization](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_posterization/).
public final class RandomPosterization extends ColorAugmentation<RandomPosterization> {
    private final Range factor;

    /// How many bits stay, 1 to 8: drawn from `-factor` to `factor`, as far as that is allowed.
    public RandomPosterization(double factor) {
        this(Range.of(factor));
    }

    /// How many bits stay, 1 to 8: drawn from a range.
    public RandomPosterization(double low, double high) {
        this(Range.of(low, high));
    }

    RandomPosterization(Range factor) {
        this.factor = factor.factor("factor", 1, 8);
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Tensor bits = draw(x, random, factor).floor();
        Tensor step = Tensor.of(2).pow(bits.neg().add(8));
        return back(from(x, 255).floor().div(step).floor().mul(step), 255);
    }
}
