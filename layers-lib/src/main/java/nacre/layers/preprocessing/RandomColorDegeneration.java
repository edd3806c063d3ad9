package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Takes colour out of images: mixes each with its grey self.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomColorDegeneration(0.2).outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomColorDegeneration](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_color_degeneration/).
public final class RandomColorDegeneration extends ColorAugmentation<RandomColorDegeneration> {
    private final Range factor;

    /// How grey images get, 1 is fully: drawn from `-factor` to `factor`.
    public RandomColorDegeneration(double factor) {
        this(Range.of(factor));
    }

    /// How grey images get, 1 is fully: drawn from a range.
    public RandomColorDegeneration(double low, double high) {
        this(Range.of(low, high));
    }

    RandomColorDegeneration(Range factor) {
        this.factor = factor.factor("factor", -1, 1);
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        return clip(x.add(draw(x, random, factor).mul(Colors.grey(x).sub(x))));
    }
}
