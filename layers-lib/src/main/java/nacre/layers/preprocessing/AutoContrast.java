package nacre.layers.preprocessing;

import nacre.layers.Pass;
import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Stretches the values of each channel of each image over the whole range; also at inference.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new AutoContrast().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// AutoContrast](https://keras.io/api/layers/preprocessing_layers/image_augmentation/auto_contrast/).
public final class AutoContrast extends ColorAugmentation<AutoContrast> {
    @Override
    Tensor images(Tensor x, Pass pass) {
        return x.isGhost() ? x : vary(x, pass.random());
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Tensor bytes = from(x, 255);
        Tensor low = bytes.minKeep(1, 2);
        Tensor width = bytes.maxKeep(1, 2).sub(low);
        Tensor stretched =
                bytes.sub(low).mul(255).div(width.where(width.greater(0), 1)).clip(0, 255);
        return back(stretched, 255).where(width.greater(0), x);
    }

    @Override
    boolean hasSeed() {
        return false;
    }
}
