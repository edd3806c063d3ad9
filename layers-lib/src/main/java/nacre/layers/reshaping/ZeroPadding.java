package nacre.layers.reshaping;

import java.util.List;
import nacre.layers.DataFormat;
import nacre.layers.FluentLayer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// What the layers share that put zeros around data.
abstract class ZeroPadding<S extends ZeroPadding<S>> extends FluentLayer<S> {
    private final Edges padding;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    ZeroPadding(Edges padding) {
        this.padding = padding;
    }

    /// Where the channels are, `channels_last` (default) or `channels_first`.
    public S dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
    }

    @Override
    protected void check(List<Shape> inputs) {
        dataFormat.check(getClass().getSimpleName(), inputs.get(0), padding.pairs().size());
    }

    @Override
    protected Tensor call(Tensor x) {
        int[] before = new int[x.rank()];
        int[] after = new int[x.rank()];
        for (int i = 0; i < padding.pairs().size(); i++) {
            before[dataFormat.firstSize() + i] = padding.start(i);
            after[dataFormat.firstSize() + i] = padding.end(i);
        }
        return x.pad(before, after, 0);
    }
}
