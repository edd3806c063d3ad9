package nacre.layers.pooling;

import static nacre.layers.Arguments.perAxis;

import java.util.List;
import nacre.layers.DataFormat;
import nacre.layers.FluentLayer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// What poolings to a given size share: window `o` of `n` reaches from `⌊o · in / n⌋` to `⌈(o + 1)
/// · in / n⌉`.
public abstract class AdaptivePooling<S extends AdaptivePooling<S>> extends FluentLayer<S> {
    private final int[] outputSize;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    AdaptivePooling(int axes, int... outputSize) {
        this.outputSize = perAxis("outputSize", axes, outputSize);
    }

    /// One number of each of `size` windows, channels last.
    abstract Tensor pool(Tensor x, int... size);

    /// Where the channels are, `channels_last` (default) or `channels_first`.
    public S dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
    }

    @Override
    protected void check(List<Shape> inputs) {
        dataFormat.check(getClass().getSimpleName(), inputs.get(0), outputSize.length);
    }

    @Override
    protected Tensor call(Tensor x) {
        Tensor last = dataFormat.toLast(x);
        for (int axis = 1; axis <= outputSize.length; axis++) {
            if (last.dim(axis) == 0) {
                throw new IllegalArgumentException(
                        getClass().getSimpleName()
                                + " needs at least one place along each axis; got "
                                + x.shape()
                                + ".");
            }
        }
        return dataFormat.fromLast(pool(last, outputSize));
    }
}
