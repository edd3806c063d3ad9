package nacre.layers.preprocessing;

import nacre.tensor.Padding;
import nacre.tensor.RandomStream;
import nacre.tensor.Sliding;
import nacre.tensor.Tensor;

/// Makes images sharper or softer, by mixing each with a smoothed self.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomSharpness(0.2).outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomSharpness](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_sharpness/).
public final class RandomSharpness extends ColorAugmentation<RandomSharpness> {
    private final Range factor;

    /// How sharp, 0.5 leaves images as they are: drawn from `-factor` to `factor`, as far as that
    /// is allowed.
    public RandomSharpness(double factor) {
        this(Range.of(factor));
    }

    /// How sharp, 0.5 leaves images as they are: drawn from a range.
    public RandomSharpness(double low, double high) {
        this(Range.of(low, high));
    }

    RandomSharpness(Range factor) {
        this.factor = factor.factor("factor", 0, 1);
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        float a = 1 / 13f;
        float[] kernel = {a, a, a, a, 5 * a, a, a, a, a};
        Tensor smooth =
                x.depthwiseConv(
                        Tensor.of(kernel, 3, 3, 1, 1).repeat(x.dim(3), 2),
                        Sliding.over(2, Padding.SAME));
        return clip(x.add(draw(x, random, factor).mul(-2).add(1).mul(smooth.sub(x))));
    }
}
