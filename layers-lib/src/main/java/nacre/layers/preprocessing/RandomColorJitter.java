package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Varies brightness, contrast, saturation and hue of images, each if a factor is given, in this
/// order.
///
/// `(batch, height, width, 3) → (batch, height, width, 3)`
///
/// ```java
/// new RandomColorJitter().brightnessFactor(0.2).outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomColorJitter](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_color_jitter/).
public final class RandomColorJitter extends ColorAugmentation<RandomColorJitter> {
    private @Nullable Range brightnessFactor;
    private @Nullable Range contrastFactor;
    private @Nullable Range saturationFactor;
    private @Nullable Range hueFactor;

    /// As in [RandomBrightness]; default: brightness stays.
    public RandomColorJitter brightnessFactor(double factor) {
        return brightnessFactor(Range.of(factor));
    }

    /// As in [RandomBrightness].
    public RandomColorJitter brightnessFactor(double low, double high) {
        return brightnessFactor(Range.of(low, high));
    }

    RandomColorJitter brightnessFactor(Range range) {
        Range unused = range.factor("brightnessFactor", -1, 1); // says so if it is not allowed
        return set("brightnessFactor", () -> brightnessFactor = range);
    }

    /// As in [RandomContrast]; default: contrast stays.
    public RandomColorJitter contrastFactor(double factor) {
        return contrastFactor(Range.of(factor));
    }

    /// As in [RandomContrast].
    public RandomColorJitter contrastFactor(double low, double high) {
        return contrastFactor(Range.of(low, high));
    }

    RandomColorJitter contrastFactor(Range range) {
        Range unused = range.factor("contrastFactor", 0, 1); // says so if it is not allowed
        return set("contrastFactor", () -> contrastFactor = range);
    }

    /// As in [RandomSaturation]; default: saturation stays.
    public RandomColorJitter saturationFactor(double factor) {
        return saturationFactor(Range.of(factor));
    }

    /// As in [RandomSaturation].
    public RandomColorJitter saturationFactor(double low, double high) {
        return saturationFactor(Range.of(low, high));
    }

    RandomColorJitter saturationFactor(Range range) {
        Range unused = range.factor("saturationFactor", 0, 1); // says so if it is not allowed
        return set("saturationFactor", () -> saturationFactor = range);
    }

    /// As in [RandomHue]; default: hue stays.
    public RandomColorJitter hueFactor(double factor) {
        return hueFactor(Range.of(factor));
    }

    /// As in [RandomHue].
    public RandomColorJitter hueFactor(double low, double high) {
        return hueFactor(Range.of(low, high));
    }

    RandomColorJitter hueFactor(Range range) {
        Range unused = range.factor("hueFactor", 0, 1); // says so if it is not allowed
        return set("hueFactor", () -> hueFactor = range);
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Tensor y = x;
        if (brightnessFactor != null) {
            y = new RandomBrightness(brightnessFactor).valueRange(valueRange()).vary(y, random);
        }
        if (contrastFactor != null) {
            y = new RandomContrast(contrastFactor).valueRange(valueRange()).vary(y, random);
        }
        if (saturationFactor != null) {
            y = new RandomSaturation(saturationFactor).valueRange(valueRange()).vary(y, random);
        }
        return hueFactor == null
                ? y
                : new RandomHue(hueFactor).valueRange(valueRange()).vary(y, random);
    }
}
