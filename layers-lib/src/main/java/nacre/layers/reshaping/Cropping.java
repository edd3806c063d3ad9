package nacre.layers.reshaping;

import java.util.List;
import nacre.layers.DataFormat;
import nacre.layers.FluentLayer;
import nacre.layers.config.Config;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// What the cropping layers share.
abstract class Cropping<S extends Cropping<S>> extends FluentLayer<S> {
    private final Edges cropping;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    Cropping(Edges cropping) {
        this.cropping = cropping;
    }

    /// Where the channels are, `channels_last` (default) or `channels_first`; a sequence has them
    /// last.
    public S dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
    }

    @Override
    protected void check(List<Shape> inputs) {
        Shape in = inputs.get(0);
        dataFormat.check(getClass().getSimpleName(), in, cropping.pairs().size());
        for (int i = 0; i < cropping.pairs().size(); i++) {
            int axis = dataFormat.firstSize() + i;
            if (in.dim(axis) != Shape.NONE && cropping.start(i) + cropping.end(i) >= in.dim(axis)) {
                throw new IllegalArgumentException(
                        "`cropping` cuts "
                                + cropping.start(i)
                                + " and "
                                + cropping.end(i)
                                + " off axis "
                                + axis
                                + " of an input of shape "
                                + in
                                + ", which leaves nothing.");
            }
        }
    }

    @Override
    protected Tensor call(Tensor x) {
        Tensor y = x;
        for (int i = 0; i < cropping.pairs().size(); i++) {
            int axis = dataFormat.firstSize() + i;
            int size = x.dim(axis);
            if (size != Shape.NONE) { // an unknown size stays unknown
                y = y.slice(axis, cropping.start(i), size - cropping.end(i));
            }
        }
        return y;
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        if (cropping.pairs().size() == 1) {
            config.remove("data_format"); // Keras's Cropping1D has none
        }
        return config;
    }
}
