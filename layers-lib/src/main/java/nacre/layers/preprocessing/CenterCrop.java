package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;

import nacre.layers.Pass;
import nacre.tensor.Resampling;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Cuts the middle out of images; smaller images are enlarged first, without being stretched.
///
/// `(batch, any height, any width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new CenterCrop(32, 48).outputShape(Shape.batch(100, 80, 3))   // (None, 32, 48, 3)
/// ```
///
/// Source: [Keras,
/// CenterCrop](https://keras.io/api/layers/preprocessing_layers/image_preprocessing/center_crop/).
public final class CenterCrop extends ImageLayer<CenterCrop> {
    private final int height;
    private final int width;

    /// A middle part of this height and width.
    public CenterCrop(int height, int width) {
        this.height = positive("height", height);
        this.width = positive("width", width);
    }

    @Override
    Tensor images(Tensor x, Pass pass) {
        if (x.isGhost()) {
            return Tensor.ghost(x.shape().with(1, height).with(2, width));
        }
        return middle(x).of(x, height, width, Resampling.BILINEAR);
    }

    @Override
    Tensor masks(Tensor masks, boolean training) {
        return middle(masks).of(masks, height, width, Resampling.NEAREST);
    }

    @Override
    Tensor edges(Tensor edges, Shape images, boolean training) {
        return Boxes.cut(edges, images, middle(Tensor.ghost(images)), height, width);
    }

    private Region middle(Tensor x) {
        int above = x.dim(1) - height;
        int beside = x.dim(2) - width;
        return above >= 0 && beside >= 0
                ? new Region(above / 2, beside / 2, height, width)
                : Region.ofRatio(x, height, width);
    }

    @Override
    boolean hasSeed() {
        return false;
    }
}
