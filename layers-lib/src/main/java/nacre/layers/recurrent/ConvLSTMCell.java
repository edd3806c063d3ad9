package nacre.layers.recurrent;

import static nacre.layers.Arguments.perAxis;
import static nacre.layers.Arguments.positive;

import java.util.Arrays;
import java.util.List;
import nacre.layers.DataFormat;
import nacre.layers.Pass;
import nacre.layers.weights.Initializer;
import nacre.tensor.Padding;
import nacre.tensor.Shape;
import nacre.tensor.Sliding;
import nacre.tensor.Tensor;

/// One step of a ConvLSTM: that of an [LSTMCell] with convolutions in the place of products.
///
/// States and sums are channels last inside, whatever the data format of the layer.
final class ConvLSTMCell extends GatedCell<ConvLSTMCell> {
    private final int filters;
    private int[] kernelSize;
    private int[] strides;
    private Padding padding = Padding.VALID;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;
    private int[] dilationRate;
    private boolean unitForgetBias = true;

    private transient int axes; // 0 until it is known
    private transient List<Shape> states = List.of();

    ConvLSTMCell(int filters, int[] kernelSize) {
        this.filters = positive("filters", filters);
        this.kernelSize = kernelSize.clone();
        this.strides = perAxis("strides", kernelSize.length, 1);
        this.dilationRate = perAxis("dilationRate", kernelSize.length, 1);
    }

    /// The same cell over so many axes, where its sizes are given as one number for all.
    ConvLSTMCell over(int count) {
        axes = count;
        kernelSize = perAxis("kernelSize", axes, kernelSize);
        strides = perAxis("strides", axes, strides);
        dilationRate = perAxis("dilationRate", axes, dilationRate);
        return this;
    }

    void strides(int... sizes) {
        strides = sizes(sizes, "strides");
        checkTogether();
    }

    void padding(String name) {
        padding = Padding.sameOrValid(name);
    }

    void dataFormat(String name) {
        dataFormat = DataFormat.of(name);
    }

    void dilationRate(int... sizes) {
        dilationRate = sizes(sizes, "dilationRate");
        checkTogether();
    }

    /// Sizes for each axis; while the axes are not known, as they are given.
    private int[] sizes(int[] given, String option) {
        return axes == 0 ? given.clone() : perAxis(option, axes, given);
    }

    private void checkTogether() {
        if (Arrays.stream(strides).anyMatch(s -> s > 1)
                && Arrays.stream(dilationRate).anyMatch(d -> d > 1)) {
            throw new IllegalArgumentException(
                    "`strides` and `dilationRate` cannot both be greater than 1; got strides "
                            + Arrays.toString(strides)
                            + " and dilationRate "
                            + Arrays.toString(dilationRate)
                            + ".");
        }
    }

    void unitForgetBias(boolean on) {
        unitForgetBias = on;
    }

    @Override
    protected void build(Shape in) {
        Shape sizes = Shape.of(kernelSize);
        int channels = dataFormat.channels(in);
        build(
                sizes.insert(-1, channels).insert(-1, 4 * filters),
                sizes.insert(-1, filters).insert(-1, 4 * filters),
                Shape.of(4 * filters));
        Tensor z = dataFormat.toLast(Tensor.ghost(in)).conv(kernel(), sliding());
        Shape state =
                dataFormat.fromLast(Tensor.ghost(z.shape().with(-1, filters))).shape().drop(0);
        if (!state.isKnown()) {
            throw new IllegalArgumentException(
                    "A ConvLSTM must know the sizes of its input, except for batch and steps; got "
                            + in
                            + ".");
        }
        states = List.of(state, state);
    }

    private Sliding sliding() {
        return new Sliding(strides, padding, dilationRate, 1);
    }

    @Override
    Initializer firstBias(Initializer chosen) {
        return unitForgetBias ? new UnitForgetBias(chosen) : chosen;
    }

    @Override
    public List<Shape> stateShapes() {
        return states;
    }

    /// The convolutions of the inputs, all steps at once, channels last.
    @Override
    public Tensor prepare(Tensor sequence, Pass pass) {
        Tensor kept = dropInputs(sequence, pass);
        if (kept.isGhost()) {
            return Tensor.ghost(convolve(kept.at(1, 0)).shape().insert(1, kept.dim(1)));
        }
        Tensor all =
                convolve(kept.reshape(kept.shape().drop(0).with(0, kept.dim(0) * kept.dim(1))));
        return all.reshape(all.shape().with(0, kept.dim(1)).insert(0, kept.dim(0)));
    }

    private Tensor convolve(Tensor x) {
        Tensor z = dataFormat.toLast(x).conv(kernel(), sliding());
        Tensor bias = bias();
        return bias == null ? z : z.add(bias);
    }

    @Override
    public List<Tensor> step(Tensor x, List<Tensor> states, Pass pass) {
        Tensor h = dataFormat.toLast(dropState(states.get(0), pass));
        Tensor c = dataFormat.toLast(states.get(1));
        Tensor seen = h.conv(recurrentKernel(), Sliding.over(kernelSize.length, Padding.SAME));
        List<Tensor> z = x.add(seen).split(4, -1);
        Tensor i = gate(z.get(0));
        Tensor f = gate(z.get(1));
        Tensor g = activate(z.get(2));
        Tensor o = gate(z.get(3));
        Tensor memory = f.mul(c).add(i.mul(g));
        return List.of(dataFormat.fromLast(o.mul(activate(memory))), dataFormat.fromLast(memory));
    }
}
