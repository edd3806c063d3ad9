package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;

import nacre.layers.Pass;
import nacre.tensor.RandomStream;
import nacre.tensor.Resampling;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Cuts a part out of images, at a random place while training; smaller images are enlarged.
///
/// At inference it is the largest part in the middle, made smaller, as Keras describes it (but
/// Keras 3.15 then gives images back as they are, against its own output shape).
///
/// `(batch, any height, any width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomCrop(24, 24).outputShape(Shape.batch(32, 32, 3))   // (None, 24, 24, 3)
/// ```
///
/// Source: [Keras,
/// RandomCrop](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_crop/).
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
        if (x.isGhost()) {
            return Tensor.ghost(x.shape().with(1, height).with(2, width));
        }
        return cropped(x, pass.training(true), pass.random(), Resampling.BILINEAR);
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        return cropped(x, true, random, Resampling.BILINEAR);
    }

    @Override
    Tensor masks(Tensor masks, boolean training) {
        return cropped(masks, training, random(), Resampling.NEAREST);
    }

    @Override
    Tensor edges(Tensor edges, Shape images, boolean training) {
        Region part = region(Tensor.ghost(images), training, random());
        return Boxes.cut(edges, images, part, height, width);
    }

    private Tensor cropped(Tensor x, boolean training, RandomStream random, Resampling between) {
        return region(x, training, random).of(x, height, width, between);
    }

    private Region region(Tensor x, boolean training, RandomStream random) {
        Region middle = Region.ofRatio(x, height, width);
        if (!training) {
            return middle;
        }
        if (x.dim(1) <= height || x.dim(2) <= width) {
            int tall = Math.min(height, x.dim(1) - middle.top());
            return new Region(
                    middle.top(), middle.left(), tall, Math.min(width, x.dim(2) - middle.left()));
        }
        int top = (int) random.uniform(Shape.SCALAR, 0, x.dim(1) - height + 1).item();
        int left = (int) random.uniform(Shape.SCALAR, 0, x.dim(2) - width + 1).item();
        return new Region(top, left, height, width);
    }
}
