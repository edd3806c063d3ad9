package nacre.layers.preprocessing;

import java.util.List;
import java.util.Map;
import nacre.layers.Call;
import nacre.layers.DataFormat;
import nacre.layers.Pass;
import nacre.layers.RandomLayer;
import nacre.layers.config.Config;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A layer for images: `(batch, height, width, channels)`, or one image without a batch axis.
public abstract class ImageLayer<S extends ImageLayer<S>> extends RandomLayer<S> {
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;
    private @Nullable BoxFormat boundingBoxFormat;

    /// What becomes of a batch of images, channels last.
    abstract Tensor images(Tensor batch, Pass pass);

    /// Where the channels are, `channels_last` (default) or `channels_first`.
    public S dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
    }

    /// What the numbers of bounding boxes mean: `xyxy`, `yxyx`, `xywh`, `center_xywh`,
    /// `center_yxhw`, or as shares of the image `rel_xyxy`, `rel_yxyx`, `rel_xywh`,
    /// `rel_center_xywh`; must be said where there are boxes.
    public S boundingBoxFormat(String name) {
        return set("boundingBoxFormat", () -> boundingBoxFormat = BoxFormat.of(name));
    }

    /// The layer on images with what belongs to them, by Keras's names: `images`, and if there are
    /// any `labels`, `bounding_boxes` `(batch, boxes, 4)` and `segmentation_masks`.
    public final Map<String, Tensor> apply(Map<String, Tensor> data) {
        return apply(data, Call.plain());
    }

    /// The same in training or not; without a word, layers that vary do vary.
    public final Map<String, Tensor> apply(Map<String, Tensor> data, Call how) {
        return Together.apply(this, data, how);
    }

    /// What becomes of labels `(batch, …)` of images of this shape, channels last.
    Tensor labels(Tensor labels, Shape images, boolean training) {
        return labels;
    }

    /// What becomes of segmentation masks, channels last.
    Tensor masks(Tensor masks, boolean training) {
        return masks;
    }

    /// What becomes of boxes, as edges in pixels of images of this shape, channels last.
    Tensor edges(Tensor edges, Shape images, boolean training) {
        return edges;
    }

    /// What becomes of boxes of the layer's format.
    Tensor boundingBoxes(Tensor boxes, Shape before, Shape after, boolean training) {
        if (boundingBoxFormat == null) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " got bounding boxes and does not know what their numbers mean. Say"
                            + " .boundingBoxFormat(\"xyxy\"), or whichever it is.");
        }
        Tensor edges = boundingBoxFormat.toEdges(boxes, before.dim(1), before.dim(2));
        return boundingBoxFormat.fromEdges(
                edges(edges, before, training), after.dim(1), after.dim(2));
    }

    /// For layers that cannot say where a box goes.
    final UnsupportedOperationException noBoxes() {
        return new UnsupportedOperationException(
                getClass().getSimpleName()
                        + " cannot say where bounding boxes go. Use it on images alone, or a layer"
                        + " such as RandomFlip, RandomRotation or RandomZoom.");
    }

    @Override
    protected void check(List<Shape> inputs) {
        Shape in = inputs.get(0);
        if (in.rank() != 3 && in.rank() != 4) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " needs images (height, width, channels) or (batch, height, width, channels); got "
                            + in
                            + ".");
        }
        if (in.dim(dataFormat == DataFormat.CHANNELS_FIRST ? -3 : -1) == 0) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " needs images with at least one channel; got "
                            + in
                            + ".");
        }
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        return unbatch(images(batch(x), pass), x.rank() == 3);
    }

    /// One image or many as a batch, channels last.
    final Tensor batch(Tensor x) {
        return dataFormat.toLast(x.rank() == 3 ? x.expandDims(0) : x);
    }

    /// A batch, channels last, as the layer gives it back.
    final Tensor unbatch(Tensor batch, boolean single) {
        Tensor back = dataFormat.fromLast(batch);
        return single ? back.squeeze(0) : back;
    }

    /// Whether there is a seed to be told.
    boolean hasSeed() {
        return true;
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        if (!hasSeed()) {
            config.remove("seed");
        }
        if (boundingBoxFormat == null) {
            config.remove("bounding_box_format"); // Keras writes it only where it is given
        }
        return config;
    }

    @Override
    public List<String> seedParts() {
        return getClass().getSimpleName().matches("Random.*|CutMix|MixUp")
                ? List.of("generator")
                : List.of();
    }
}
