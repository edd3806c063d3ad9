package nacre.layers.preprocessing;

import java.util.List;
import nacre.layers.DataFormat;
import nacre.layers.Pass;
import nacre.layers.RandomLayer;
import nacre.layers.config.Config;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// A layer for images: `(batch, height, width, channels)`, or one image without a batch axis.
public abstract class ImageLayer<S extends ImageLayer<S>> extends RandomLayer<S> {
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    /// What becomes of a batch of images, channels last.
    abstract Tensor images(Tensor batch, Pass pass);

    /// Where the channels are, `channels_last` (default) or `channels_first`.
    public S dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
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
        boolean single = x.rank() == 3;
        Tensor result = images(dataFormat.toLast(single ? x.expandDims(0) : x), pass);
        Tensor back = dataFormat.fromLast(result);
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
        return config;
    }
}
