package nacre.layers.recurrent;

import static nacre.layers.Arguments.perAxis;

import java.util.List;
import nacre.layers.config.Inline;
import nacre.tensor.Shape;

/// An LSTM over images (or rows, or volumes) in any number of dimensions: convolutions in the place
/// of products.
public abstract class ConvLSTM<S extends ConvLSTM<S>> extends GatedRecurrent<S, ConvLSTMCell> {
    @Inline private final ConvLSTMCell cell;
    private final transient int axes;

    ConvLSTM(int axes, int filters, int... kernelSize) {
        this(axes, new ConvLSTMCell(filters, perAxis("kernelSize", axes, kernelSize)));
    }

    ConvLSTM(int axes, ConvLSTMCell cell) {
        this.cell = cell.over(axes).name("conv_lstm_cell");
        this.axes = axes;
    }

    @Override
    ConvLSTMCell cell() {
        return cell;
    }

    @Override
    int rank() {
        return axes + 3;
    }

    @Override
    protected void check(List<Shape> inputs) {
        if (inputs.get(0).rank() != axes + 3) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " needs sequences (batch, steps, "
                            + "size, ".repeat(axes)
                            + "channels), "
                            + (axes + 3)
                            + " axes; got "
                            + inputs.get(0)
                            + ".");
        }
        super.check(inputs);
    }

    // --- options

    /// How far the window moves over the inputs; default 1.
    public S strides(int... sizes) {
        return set("strides", () -> cell.strides(sizes));
    }

    /// What the window meets at the border of the inputs: `valid` (default) or `same`; over the
    /// states always `same`.
    public S padding(String name) {
        return set("padding", () -> cell.padding(name));
    }

    /// Where the channels are, `channels_last` (default) or `channels_first`.
    public S dataFormat(String name) {
        return set("dataFormat", () -> cell.dataFormat(name));
    }

    /// How far apart the places of the window over the inputs lie; default 1.
    public S dilationRate(int... sizes) {
        return set("dilationRate", () -> cell.dilationRate(sizes));
    }

    /// Whether the bias of the forget gate starts with ones; default true.
    public S unitForgetBias(boolean on) {
        return set("unitForgetBias", () -> cell.unitForgetBias(on));
    }
}
