package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Puts a rectangle of another image of the batch into each image.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`. Labels are to be mixed by
/// area.
///
/// ```java
/// new CutMix().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: Yun and others, CutMix: regularization strategy to train strong classifiers (2019);
/// [Keras, CutMix](https://keras.io/api/layers/preprocessing_layers/image_augmentation/cut_mix/).
public final class CutMix extends Augmentation<CutMix> {
    private Range factor = Range.of(0, 1);

    /// How evenly sizes of rectangles are spread: drawn from 0 to `factor`; default 1.
    public CutMix factor(double most) {
        return factor(Range.of(most));
    }

    /// How evenly sizes of rectangles are spread: drawn from a range.
    public CutMix factor(double low, double high) {
        return factor(Range.of(low, high));
    }

    CutMix factor(Range range) {
        return set("factor", () -> factor = range.factor("factor", 0, 1));
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        double alpha = random.uniform(Shape.SCALAR, factor.low(), factor.high()).item() + 1e-6;
        var chance = new Chance(random);
        Tensor side = chance.betas(x.dim(0), alpha).neg().add(1).sqrt();
        return x.take(chance.order(x.dim(0)), 0).where(Boxes.masks(x, side, side, random), x);
    }
}
