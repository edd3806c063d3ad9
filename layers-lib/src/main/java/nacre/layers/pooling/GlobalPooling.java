package nacre.layers.pooling;

import java.util.List;
import java.util.stream.IntStream;
import nacre.layers.DataFormat;
import nacre.layers.FluentLayer;
import nacre.tensor.Shape;

/// What poolings over everything but batch and channels share.
public abstract class GlobalPooling<S extends GlobalPooling<S>> extends FluentLayer<S> {
    private final transient int axes;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;
    private boolean keepdims;

    GlobalPooling(int axes) {
        this.axes = axes;
    }

    /// Where the channels are, `channels_last` (default) or `channels_first`.
    public S dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
    }

    /// Whether the axes that are pooled stay, with size 1; default false.
    public S keepdims(boolean on) {
        return set("keepdims", () -> keepdims = on);
    }

    final boolean keepdims() {
        return keepdims;
    }

    final DataFormat dataFormat() {
        return dataFormat;
    }

    /// The axes that are pooled.
    final int[] pooled() {
        int first = dataFormat.firstSize();
        return IntStream.range(first, first + axes).toArray();
    }

    @Override
    protected void check(List<Shape> inputs) {
        dataFormat.check(getClass().getSimpleName(), inputs.get(0), axes);
    }
}
