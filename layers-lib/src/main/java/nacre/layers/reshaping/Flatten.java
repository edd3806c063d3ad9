package nacre.layers.reshaping;

import nacre.layers.DataFormat;
import nacre.layers.FluentLayer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Puts all numbers of a sample in one row: `(batch, a, b, …) → (batch, a · b · …)`.
///
/// ```java
/// new Flatten().outputShape(Shape.batch(28, 28))   // (None, 784)
/// ```
///
/// Source: [Keras, Flatten](https://keras.io/api/layers/reshaping_layers/flatten/).
public final class Flatten extends FluentLayer<Flatten> {
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    /// Where the channels are, `channels_last` (default) or `channels_first`; the row is the same
    /// for both.
    public Flatten dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
    }

    @Override
    protected Tensor call(Tensor x) {
        if (x.rank() == 1) {
            return x.expandDims(-1);
        }
        Tensor last =
                dataFormat == DataFormat.CHANNELS_FIRST && x.rank() > 2 ? x.moveAxis(1, -1) : x;
        Shape sample = last.shape().drop(0);
        int size = sample.isKnown() ? sample.size() : Shape.NONE;
        return last.reshape(Shape.of(x.dim(0), size));
    }
}
