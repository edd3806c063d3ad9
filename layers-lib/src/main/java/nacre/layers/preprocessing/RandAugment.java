package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nacre.tensor.RandomStream;
import nacre.tensor.Resampling;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Applies a few variations chosen at random, all of one strength: one number to tune instead of
/// many.
///
/// `(batch, height, width, 3) → (batch, height, width, 3)`
///
/// ```java
/// new RandAugment().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: Cubuk and others, RandAugment (2019); [Keras,
/// RandAugment](https://keras.io/api/layers/preprocessing_layers/image_augmentation/rand_augment/).
public final class RandAugment extends ColorAugmentation<RandAugment> {
    private int numOps = 2;
    private Range factor = Range.of(0, 0.5);
    private Resampling interpolation = Resampling.BILINEAR;

    /// How many variations one after the other; default 2.
    public RandAugment numOps(int count) {
        positive("numOps", count);
        return set("numOps", () -> numOps = count);
    }

    /// How strong: from 0 to `factor`; default 0.5.
    public RandAugment factor(double most) {
        return factor(Range.of(most));
    }

    /// How strong: from a range.
    public RandAugment factor(double low, double high) {
        return factor(Range.of(low, high));
    }

    RandAugment factor(Range range) {
        return set("factor", () -> factor = range.factor("factor", 0, 1));
    }

    /// How colours between pixels are found: `bilinear` (default) or `nearest`.
    public RandAugment interpolation(String name) {
        return set(
                "interpolation", () -> interpolation = GeometricAugmentation.interpolationOf(name));
    }

    @Override
    Tensor masks(Tensor masks, boolean training) {
        throw noMasks();
    }

    @Override
    Tensor edges(Tensor edges, Shape images, boolean training) {
        throw noBoxes();
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        String between = interpolation.name().toLowerCase(Locale.ROOT);
        List<Augmentation<?>> choice =
                new ArrayList<>(Variations.plain(factor, valueRange(), between));
        choice.addAll(Variations.colored(factor, valueRange()));
        var chance = new Chance(random);
        Tensor y = x;
        for (int i = 0; i < numOps; i++) {
            y = choice.get(chance.below(choice.size())).vary(y, random);
        }
        return y;
    }
}
