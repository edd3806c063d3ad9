package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Turns the colours of images around the colour wheel.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomHue(0.2).outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomHue](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_hue/).
public final class RandomHue extends ColorAugmentation<RandomHue> {
    private final Range factor;

    /// How far, 1 is half a turn: drawn from `-factor` to `factor`, as far as that is allowed.
    public RandomHue(double factor) {
        this(Range.of(factor));
    }

    /// How far, 1 is half a turn: drawn from a range.
    public RandomHue(double low, double high) {
        this(Range.of(low, high));
    }

    RandomHue(Range factor) {
        this.factor = factor.factor("factor", 0, 1);
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Tensor side = draw(x, random, Range.of(0, 1)).greater(0.5f).mul(-2).add(1);
        var hsv = Colors.hsv(from(x, 1));
        Tensor hue = hsv.get(0).add(side.mul(draw(x, random, factor)).mul(0.5f));
        Tensor less = hue.sub(hue.greater(1));
        return back(Colors.rgb(less.add(less.less(0)), hsv.get(1), hsv.get(2)).clip(0, 1), 1);
    }
}
