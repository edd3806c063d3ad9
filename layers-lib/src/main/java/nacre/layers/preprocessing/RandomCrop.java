package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;

import nacre.layers.Pass;
import nacre.layers.RandomStream;
import nacre.tensor.Resampling;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Cuts a part out of images, at a random place while training; smaller images are enlarged.
///
/// `(batch, any height, any width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomCrop(24, 24).outputShape(Shape.batch(32, 32, 3))   // (None, 24, 24, 3)
/// ```
///
/// Source: [Keras, RandomCrop](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_crop/).
public final class RandomCrop extends Augmentation<RandomCrop> {
    private final int height;
    private final int width;

    /// Parts of this height and width.
    public RandomCrop(int height, int width) {
        this.height = positive("height", height);
        this.width = positive("width", width);
    }

    @Override
    Tensor images(Tensor x, Pass pass) {
        return x.isGhost() ? Tensor.ghost(x.shape().with(1, height).with(2, width)) : super.images(x, pass);
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        if (x.dim(1) <= height || x.dim(2) <= width) {
            return Frame.resize(Frame.cutToRatio(x, height, width), height, width, Resampling.BILINEAR, false);
        }
        int top = (int) random.uniform(Shape.SCALAR, 0, x.dim(1) - height + 1).item();
        int left = (int) random.uniform(Shape.SCALAR, 0, x.dim(2) - width + 1).item();
        return Frame.cut(x, top, left, height, width);
    }
}
