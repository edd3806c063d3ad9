package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Makes the colours of images stronger or weaker: 0.5 leaves them, 0 makes them grey, 1 as strong
/// as can be.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomSaturation(0.2).outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomSaturation](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_saturation/).
public final class RandomSaturation extends ColorAugmentation<RandomSaturation> {
    private final Range factor;

    /// How strong: drawn from `-factor` to `factor`.
    public RandomSaturation(double factor) {
        this(Range.of(factor));
    }

    /// How strong: drawn from a range.
    public RandomSaturation(double low, double high) {
        this(Range.of(low, high));
    }

    RandomSaturation(Range factor) {
        this.factor = factor.factor("factor", -1, 1);
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Tensor drawn = draw(x, random, factor);
        Tensor times = drawn.div(drawn.neg().add(1 + 1e-7f));
        var hsv = Colors.hsv(x);
        return Colors.rgb(hsv.get(0), clip(hsv.get(1).mul(times)), hsv.get(2));
    }
}
