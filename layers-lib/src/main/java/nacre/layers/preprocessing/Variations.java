package nacre.layers.preprocessing;

import java.util.List;

/// The variations that [RandAugment] and [AugMix] choose from.
final class Variations {
    private Variations() {}

    /// Variations of shape, and of how values are spread.
    static List<Augmentation<?>> plain(Range factor, Range values, String interpolation) {
        return List.of(
                new RandomShear().xFactor(factor).yFactor(factor).interpolation(interpolation),
                new RandomTranslation(factor, factor).interpolation(interpolation),
                new RandomRotation(factor).interpolation(interpolation),
                new RandomPosterization(Range.of(Math.max(1, (int) (8 * factor.high()))))
                        .valueRange(values),
                new Solarization()
                        .additionFactor(factor)
                        .thresholdFactor(factor)
                        .valueRange(values),
                new AutoContrast().valueRange(values),
                new Equalization().valueRange(values));
    }

    /// Variations of colour.
    static List<Augmentation<?>> colored(Range factor, Range values) {
        return List.of(
                new RandomBrightness(factor).valueRange(values),
                new RandomColorDegeneration(factor).valueRange(values),
                new RandomContrast(factor).valueRange(values),
                new RandomSharpness(factor).valueRange(values));
    }
}
