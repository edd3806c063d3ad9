package nacre.layers.regularization;

import static nacre.layers.Arguments.share;

import java.util.List;
import nacre.layers.DataFormat;
import nacre.layers.Pass;
import nacre.layers.RandomLayer;
import nacre.layers.config.Config;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// What the layers share that drop whole channels.
abstract class SpatialDropout<S extends SpatialDropout<S>> extends RandomLayer<S> {
    private final double rate;
    private final transient int axes;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    SpatialDropout(double rate, int axes) {
        this.rate = share("rate", rate);
        this.axes = axes;
    }

    /// Where the channels are, `channels_last` (default) or `channels_first`; a sequence has them
    /// last.
    public S dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
    }

    @Override
    protected void check(List<Shape> inputs) {
        dataFormat.check(getClass().getSimpleName(), inputs.get(0), axes);
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        if (!pass.training() || rate == 0) {
            return x;
        }
        Shape choices = x.shape();
        for (int i = 0; i < axes; i++) {
            choices = choices.with(dataFormat.firstSize() + i, 1);
        }
        return x.mul(pass.keep(choices, rate));
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    /// Keras writes less of these layers than of others.
    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        config.remove("trainable");
        config.put("dtype", dtypeWord());
        if (axes == 1) {
            config.remove("data_format");
        }
        return config;
    }
}
