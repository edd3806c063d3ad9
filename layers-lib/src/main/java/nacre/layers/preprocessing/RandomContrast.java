package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Makes the differences within images larger or smaller: `(x - mean) · factor + mean` for each
/// channel.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomContrast(0.2).outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomContrast](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_contrast/).
public final class RandomContrast extends ColorAugmentation<RandomContrast> {
    private final Range factor;

    /// By which share contrast changes: drawn from `-factor` to `factor`, as far as that is
    /// allowed.
    public RandomContrast(double factor) {
        this(Range.of(factor));
    }

    /// By which share contrast changes: drawn from a range.
    public RandomContrast(double low, double high) {
        this(Range.of(low, high));
    }

    RandomContrast(Range factor) {
        this.factor = factor.factor("factor", 0, 1);
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Tensor mean = x.meanKeep(1, 2);
        Tensor more = draw(x, random, Range.of(1 - factor.low(), 1 + factor.high()));
        return clip(x.sub(mean).mul(more).add(mean));
    }
}
