package nacre.layers.convolutional;

import static nacre.layers.Arguments.perAxis;

import java.util.Arrays;
import java.util.List;
import nacre.layers.DataFormat;
import nacre.layers.core.BiasLayer;
import nacre.tensor.Padding;
import nacre.tensor.Shape;
import nacre.tensor.Sliding;
import nacre.tensor.Tensor;

/// What all convolutions share: the size of the window and how it slides.
public abstract class Convolution<S extends Convolution<S>> extends BiasLayer<S> {
    private final int[] kernelSize;
    private int[] strides;
    private Padding padding = Padding.VALID;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;
    private int[] dilationRate;

    Convolution(int axes, int... kernelSize) {
        this.kernelSize = perAxis("kernelSize", axes, kernelSize);
        this.strides = perAxis("strides", axes, 1);
        this.dilationRate = perAxis("dilationRate", axes, 1);
    }

    /// Makes the weights for inputs of so many channels.
    abstract void build(int channels);

    /// The convolution of `x`, channels last, without bias and activation.
    abstract Tensor convolve(Tensor x);

    @Override
    protected final void build(Shape in) {
        build(dataFormat.channels(in));
    }

    @Override
    protected final Tensor call(Tensor x) {
        return dataFormat.fromLast(layer(dataFormat.toLast(x)));
    }

    /// The convolution of `x`, channels last, with bias and activation.
    Tensor layer(Tensor x) {
        return finish(convolve(x));
    }

    @Override
    protected void check(List<Shape> inputs) {
        Shape in = inputs.get(0);
        String layer = getClass().getSimpleName();
        dataFormat.check(layer, in, kernelSize.length);
        int channels = dataFormat.channels(in);
        if (channels == Shape.NONE) {
            throw new IllegalArgumentException(
                    layer + " must know how many channels its inputs have; got " + in + ".");
        }
        if (built() && channels != dataFormat.channels(buildShapes().get(0))) {
            throw new IllegalArgumentException(
                    layer
                            + " \""
                            + name()
                            + "\" was built for inputs of "
                            + dataFormat.channels(buildShapes().get(0))
                            + " channels and got "
                            + channels
                            + ", in an input of shape "
                            + in
                            + ". Check `dataFormat`, or make a new layer.");
        }
    }

    // --- for the layers of the family

    final int axes() {
        return kernelSize.length;
    }

    final boolean isChannelsLast() {
        return dataFormat == DataFormat.CHANNELS_LAST;
    }

    final int[] kernelSize() {
        return kernelSize;
    }

    final int[] strides() {
        return strides;
    }

    final int[] dilationRate() {
        return dilationRate;
    }

    final Padding padding() {
        return padding;
    }

    final Sliding sliding(int groups) {
        return new Sliding(strides, padding, dilationRate, groups);
    }

    /// The kernel's sizes, then these two.
    final Shape kernelShape(int in, int out) {
        return Shape.of(kernelSize).insert(-1, in).insert(-1, out);
    }

    /// Whether the window may also look only back.
    boolean allowsCausal() {
        return false;
    }

    /// Whether the window may move by more than 1 and have holes at the same time.
    boolean allowsStridesWithDilation() {
        return false;
    }

    private void checkTogether(int[] steps, int... holes) {
        boolean both =
                Arrays.stream(steps).anyMatch(s -> s > 1)
                        && Arrays.stream(holes).anyMatch(d -> d > 1);
        if (both && !allowsStridesWithDilation()) {
            throw new IllegalArgumentException(
                    "`strides` and `dilationRate` cannot both be greater than 1; got strides "
                            + Arrays.toString(steps)
                            + " and dilationRate "
                            + Arrays.toString(holes)
                            + ".");
        }
    }

    // --- options

    /// How far the window moves; default 1.
    public S strides(int... sizes) {
        int[] steps = perAxis("strides", axes(), sizes);
        checkTogether(steps, dilationRate);
        return set("strides", () -> strides = steps);
    }

    /// What the window meets at the border: `valid` (default) stays inside, `same` pads with zeros
    /// so that the size stays (for strides of 1), `causal` (only `Conv1D`) pads only in front, so
    /// that no step looks ahead.
    public S padding(String name) {
        return set(
                "padding",
                () -> padding = allowsCausal() ? Padding.of(name) : Padding.sameOrValid(name));
    }

    /// Where the channels are, `channels_last` (default) or `channels_first`.
    public S dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
    }

    /// How far apart the places of the window lie; default 1, side by side.
    public S dilationRate(int... sizes) {
        int[] holes = perAxis("dilationRate", axes(), sizes);
        checkTogether(strides, holes);
        return set("dilationRate", () -> dilationRate = holes);
    }

    @Override
    protected boolean listsActivityRegularizer() {
        return true;
    }
}
