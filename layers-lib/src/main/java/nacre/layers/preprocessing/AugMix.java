package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nacre.layers.Arguments;
import nacre.tensor.RandomStream;
import nacre.tensor.Resampling;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Mixes an image with several varied copies of it, each varied by a chain of random variations.
///
/// `(batch, height, width, 3) → (batch, height, width, 3)`
///
/// ```java
/// new AugMix().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: Hendrycks and others, AugMix (2019); [Keras,
/// AugMix](https://keras.io/api/layers/preprocessing_layers/image_augmentation/aug_mix/).
public final class AugMix extends ColorAugmentation<AugMix> {
    private int numChains = 3;
    private int chainDepth = 3;
    private Range factor = Range.of(0, 0.3);
    private double alpha = 1;
    private boolean allOps = true;
    private Resampling interpolation = Resampling.BILINEAR;

    /// How many varied copies; default 3.
    public AugMix numChains(int count) {
        positive("numChains", count);
        return set("numChains", () -> numChains = count);
    }

    /// How many variations a copy goes through at most; default 3.
    public AugMix chainDepth(int count) {
        positive("chainDepth", count);
        return set("chainDepth", () -> chainDepth = count);
    }

    /// How strong variations are: from 0 to `factor`; default 0.3.
    public AugMix factor(double most) {
        return factor(Range.of(most));
    }

    /// How strong variations are: from a range.
    public AugMix factor(double low, double high) {
        return factor(Range.of(low, high));
    }

    AugMix factor(Range range) {
        return set("factor", () -> factor = range.factor("factor", 0, 1));
    }

    /// How evenly copies are mixed; default 1, any shares alike.
    public AugMix alpha(double evenness) {
        Arguments.notNegative("alpha", evenness);
        return set("alpha", () -> alpha = evenness);
    }

    /// Whether colours are varied, too; default true.
    public AugMix allOps(boolean on) {
        return set("allOps", () -> allOps = on);
    }

    /// How colours between pixels are found: `bilinear` (default) or `nearest`.
    public AugMix interpolation(String name) {
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
        if (allOps) {
            choice.addAll(Variations.colored(factor, valueRange()));
        }
        var chance = new Chance(random);
        Tensor sum = Tensor.of(0);
        double total = 0;
        for (int chain = 0; chain < numChains; chain++) {
            double weight = chance.gamma(alpha);
            sum = sum.add(chain(x, choice, chance, random).mul((float) weight));
            total += weight;
        }
        float own = (float) chance.beta(alpha);
        return clip(x.mul(own).add(sum.mul((float) ((1 - own) / total))));
    }

    /// A copy after some variations; now and then one is left out.
    private Tensor chain(
            Tensor x, List<Augmentation<?>> choice, Chance chance, RandomStream random) {
        Tensor y = x;
        for (int i = 0; i < chainDepth; i++) {
            int chosen = chance.below(choice.size() + 1);
            y = chosen == choice.size() ? y : choice.get(chosen).vary(y, random);
        }
        return y;
    }
}
