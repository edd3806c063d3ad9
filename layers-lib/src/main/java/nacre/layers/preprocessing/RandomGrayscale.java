package nacre.layers.preprocessing;

import static nacre.layers.Arguments.share;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Takes all colour out of some images.
///
/// `(batch, height, width, 3) → (batch, height, width, 3)`
///
/// ```java
/// new RandomGrayscale().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomGrayscale](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_grayscale/).
public final class RandomGrayscale extends Augmentation<RandomGrayscale> {
    private double factor = 0.5;

    /// How likely an image gets grey; default 0.5.
    public RandomGrayscale factor(double probability) {
        share("factor", probability);
        return set("factor", () -> factor = probability);
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Tensor chosen = draw(x, random, Range.of(0, 1)).less((float) factor);
        return Colors.grey(x).where(chosen, x);
    }

    /// Colours do not move.
    @Override
    Tensor masks(Tensor masks, boolean training) {
        return masks;
    }

    /// Keras does not write it here.
    @Override
    boolean hasSeed() {
        return false;
    }
}
