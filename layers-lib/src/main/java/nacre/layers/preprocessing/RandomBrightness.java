package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Makes images brighter or darker: adds one random number to all values of an image.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomBrightness(0.2).outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomBrightness](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_brightness/).
public final class RandomBrightness extends ColorAugmentation<RandomBrightness> {
    private final Range factor;

    /// By which share of the range of values: drawn from `-factor` to `factor`.
    public RandomBrightness(double factor) {
        this(Range.of(factor));
    }

    /// By which share of the range of values: drawn from a range.
    public RandomBrightness(double low, double high) {
        this(Range.of(low, high));
    }

    RandomBrightness(Range factor) {
        this.factor = factor.factor("factor", -1, 1);
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        return clip(x.add(draw(x, random, factor).mul((float) valueRange().width())));
    }
}
