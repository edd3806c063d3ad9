package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Inverts the bright parts of images, like film that got too much light.
///
/// A random number is added, then what is not below a random threshold is inverted (thresholds from
/// 0 to 255). `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new Solarization().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// Solarization](https://keras.io/api/layers/preprocessing_layers/image_augmentation/solarization/).
public final class Solarization extends ColorAugmentation<Solarization> {
    private Range additionFactor = Range.of(0, 0);
    private Range thresholdFactor = Range.of(0, 0);

    /// How much is added at most, as a share of 255; default 0.
    public Solarization additionFactor(double most) {
        return additionFactor(Range.of(most));
    }

    /// How much is added, as a share of 255.
    public Solarization additionFactor(double low, double high) {
        return additionFactor(Range.of(low, high));
    }

    Solarization additionFactor(Range range) {
        return set("additionFactor", () -> additionFactor = upTo("additionFactor", range));
    }

    /// How high the threshold is at most, as a share of 255; default 0, all is inverted.
    public Solarization thresholdFactor(double most) {
        return thresholdFactor(Range.of(most));
    }

    /// How high the threshold is, as a share of 255.
    public Solarization thresholdFactor(double low, double high) {
        return thresholdFactor(Range.of(low, high));
    }

    Solarization thresholdFactor(Range range) {
        return set("thresholdFactor", () -> thresholdFactor = upTo("thresholdFactor", range));
    }

    private static Range upTo(String name, Range range) {
        Range checked = range.bothWays(name, 0, 1);
        return range.single() ? Range.of(0, range.high()) : checked;
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Tensor threshold =
                draw(x, random, Range.of(thresholdFactor.low(), thresholdFactor.high() * 255));
        Tensor more = draw(x, random, Range.of(additionFactor.low(), additionFactor.high() * 255));
        Tensor bright = from(x, 255).add(more).clip(0, 255);
        return back(bright.where(bright.less(threshold), bright.neg().add(255)), 255);
    }
}
