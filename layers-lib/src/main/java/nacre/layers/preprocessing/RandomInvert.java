package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Turns bright into dark and dark into bright, in some images.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomInvert().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomInvert](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_invert/).
public final class RandomInvert extends ColorAugmentation<RandomInvert> {
    private Range factor = Range.of(0, 1.0);

    /// How likely an image is inverted: drawn from 0 to `factor`; default 1.0.
    public RandomInvert factor(double most) {
        return factor(Range.of(most));
    }

    /// How likely an image is inverted: drawn from a range.
    public RandomInvert factor(double low, double high) {
        return factor(Range.of(low, high));
    }

    RandomInvert factor(Range range) {
        return set("factor", () -> factor = range.factor("factor", 0, 1));
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        return x.neg().add((float) valueRange().high()).where(chosen(x, random, factor), x);
    }
}
