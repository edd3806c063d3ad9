package nacre.layers.reshaping;

import static nacre.layers.Arguments.positive;

import java.util.List;
import nacre.layers.DataFormat;
import nacre.layers.FluentLayer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Repeats every step of a sequence `size` times: `(batch, steps, features) → (batch, steps · size,
/// features)`.
///
/// ```java
/// new UpSampling1D(3).outputShape(Shape.batch(4, 2))   // (None, 12, 2)
/// ```
///
/// Source: [Keras, UpSampling1D](https://keras.io/api/layers/reshaping_layers/up_sampling1d/).
public final class UpSampling1D extends FluentLayer<UpSampling1D> {
    private int size = 2;

    /// Every step twice.
    public UpSampling1D() {}

    /// Every step this many times.
    public UpSampling1D(int size) {
        this.size = positive("size", size);
    }

    /// How many times; default 2.
    public UpSampling1D size(int times) {
        return set("size", () -> size = positive("size", times));
    }

    @Override
    protected void check(List<Shape> inputs) {
        DataFormat.CHANNELS_LAST.check("UpSampling1D", inputs.get(0), 1);
    }

    @Override
    protected Tensor call(Tensor x) {
        return x.repeat(size, 1);
    }
}
