package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;

import nacre.layers.Pass;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Gives every image the same number of bounding boxes, so that they fit into one tensor; images
/// stay as they are.
///
/// Boxes `(batch, n, 4) → (batch, maxNumber, 4)`, cut or filled up.
///
/// ```java
/// new MaxNumBoundingBoxes(3).boxes(Tensor.zeros(Shape.of(2, 1, 4))).shape()   // (2, 3, 4)
/// ```
///
/// Source: [Keras,
/// MaxNumBoundingBoxes](https://keras.io/api/layers/preprocessing_layers/image_augmentation/max_num_bounding_boxes/).
public final class MaxNumBoundingBoxes extends ImageLayer<MaxNumBoundingBoxes> {
    private final int maxNumber;
    private transient int fillValue = -1;

    /// So many boxes.
    public MaxNumBoundingBoxes(int maxNumber) {
        this.maxNumber = positive("maxNumber", maxNumber);
    }

    /// What missing boxes are filled with; default -1.
    public MaxNumBoundingBoxes fillValue(int value) {
        return set("fillValue", () -> fillValue = value);
    }

    /// Boxes `(batch, any number, 4)`, or their labels, cut or filled up to the number: `(batch,
    /// maxNumber, 4)`.
    public Tensor boxes(Tensor boxes) {
        Tensor cut = boxes.slice(1, 0, Math.min(maxNumber, boxes.dim(1)));
        int[] before = new int[boxes.rank()];
        int[] after = new int[boxes.rank()];
        after[1] = maxNumber - cut.dim(1);
        return cut.pad(before, after, fillValue);
    }

    @Override
    Tensor boundingBoxes(Tensor boxes, Shape before, Shape after, boolean training) {
        return boxes(boxes);
    }

    @Override
    Tensor images(Tensor batch, Pass pass) {
        return batch;
    }

    @Override
    boolean hasSeed() {
        return false;
    }
}
