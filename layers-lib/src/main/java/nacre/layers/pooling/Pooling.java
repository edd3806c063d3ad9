package nacre.layers.pooling;

import static nacre.layers.Arguments.perAxis;

import java.util.Arrays;
import java.util.List;
import nacre.layers.DataFormat;
import nacre.layers.FluentLayer;
import nacre.tensor.Padding;
import nacre.tensor.Shape;
import nacre.tensor.Sliding;
import nacre.tensor.Tensor;

/// What poolings with a sliding window share: its size, its steps, and what it meets at the border.
public abstract class Pooling<S extends Pooling<S>> extends FluentLayer<S> {
    private final int[] poolSize;
    private int[] strides;
    private Padding padding = Padding.VALID;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    Pooling(int axes, int... poolSize) {
        this.poolSize = perAxis("poolSize", axes, poolSize);
        this.strides = this.poolSize;
    }

    /// One number of each window, channels last.
    abstract Tensor pool(Tensor x, int[] size, Sliding sliding);

    /// How far the window moves; default: its own size, so that windows do not overlap.
    public S strides(int... sizes) {
        return set("strides", () -> strides = perAxis("strides", poolSize.length, sizes));
    }

    /// What the window meets at the border: `valid` (default) stays inside, `same` also takes
    /// windows that reach out; what is outside does not count.
    public S padding(String name) {
        return set("padding", () -> padding = Padding.sameOrValid(name));
    }

    /// Where the channels are, `channels_last` (default) or `channels_first`.
    public S dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
    }

    /// Whether the windows lie side by side, inside of the input, with the channels last.
    public final boolean isTiling() {
        return Arrays.equals(strides, poolSize)
                && padding == Padding.VALID
                && dataFormat == DataFormat.CHANNELS_LAST;
    }

    /// The size of the windows along each axis.
    public final int[] poolSize() {
        return poolSize.clone();
    }

    @Override
    protected void check(List<Shape> inputs) {
        dataFormat.check(getClass().getSimpleName(), inputs.get(0), poolSize.length);
    }

    @Override
    protected Tensor call(Tensor x) {
        Sliding sliding = new Sliding(strides, padding, perAxis("dilation", poolSize.length, 1), 1);
        return dataFormat.fromLast(pool(dataFormat.toLast(x), poolSize, sliding));
    }
}
