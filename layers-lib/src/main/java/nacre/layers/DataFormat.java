package nacre.layers;

import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Where the channels of data are.
public enum DataFormat {
    /// `(batch, sizes…, channels)`; the default.
    CHANNELS_LAST,
    /// `(batch, channels, sizes…)`.
    CHANNELS_FIRST;

    /// The format by Keras's name.
    public static DataFormat of(String name) {
        return switch (name) {
            case "channels_last" -> CHANNELS_LAST;
            case "channels_first" -> CHANNELS_FIRST;
            default ->
                    throw new IllegalArgumentException(
                            "`dataFormat` must be \"channels_last\" or \"channels_first\"; got \""
                                    + name
                                    + "\".");
        };
    }

    /// Data of this format with the channels moved last, as windows want them.
    public Tensor toLast(Tensor x) {
        return this == CHANNELS_FIRST ? x.moveAxis(1, -1) : x;
    }

    /// Data with the channels last, brought back to this format.
    public Tensor fromLast(Tensor x) {
        return this == CHANNELS_FIRST ? x.moveAxis(-1, 1) : x;
    }

    /// How many channels data of this shape have.
    public int channels(Shape shape) {
        return shape.dim(this == CHANNELS_FIRST ? 1 : -1);
    }

    /// The first axis that is neither batch nor channels.
    public int firstSize() {
        return this == CHANNELS_FIRST ? 2 : 1;
    }

    /// Says clearly if data of this shape do not have `axes` axes beside batch and channels.
    public void check(String layer, Shape shape, int axes) {
        if (shape.rank() != axes + 2) {
            String sizes =
                    axes == 1 ? "steps" : axes == 2 ? "height, width" : "depth, height, width";
            String wanted =
                    this == CHANNELS_FIRST
                            ? "(batch, channels, " + sizes + ")"
                            : "(batch, " + sizes + ", channels)";
            throw new IllegalArgumentException(
                    layer
                            + " needs inputs "
                            + wanted
                            + ", "
                            + (axes + 2)
                            + " axes; got "
                            + shape
                            + (shape.rank() == axes + 1
                                    ? ". If the channels are missing, add them with x.expandDims(-1); if the batch"
                                            + " is, with x.expandDims(0)."
                                    : "."));
        }
    }
}
