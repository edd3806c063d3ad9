package nacre.layers.reshaping;

import static nacre.layers.Arguments.perAxis;

import java.util.List;
import nacre.layers.DataFormat;
import nacre.layers.FluentLayer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Makes volumes larger by whole factors, by repeating their cells.
///
/// `(batch, depth, height, width, channels) → (batch, depth · size[0], height · size[1], width ·
/// size[2], channels)`
///
/// ```java
/// new UpSampling3D(2).outputShape(Shape.batch(2, 3, 4, 1))   // (None, 4, 6, 8, 1)
/// ```
///
/// Source: [Keras, UpSampling3D](https://keras.io/api/layers/reshaping_layers/up_sampling3d/).
public final class UpSampling3D extends FluentLayer<UpSampling3D> {
    private int[] size = {2, 2, 2};
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    /// Twice as large along each axis.
    public UpSampling3D() {}

    /// The factor for each axis, or one for all.
    public UpSampling3D(int... size) {
        this.size = perAxis("size", 3, size);
    }

    /// The factor for each axis, or one for all; default 2.
    public UpSampling3D size(int... factors) {
        return set("size", () -> size = perAxis("size", 3, factors));
    }

    /// Where the channels are, `channels_last` (default) or `channels_first`.
    public UpSampling3D dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
    }

    @Override
    protected void check(List<Shape> inputs) {
        dataFormat.check("UpSampling3D", inputs.get(0), 3);
    }

    @Override
    protected Tensor call(Tensor x) {
        int first = dataFormat.firstSize();
        return x.repeat(size[0], first).repeat(size[1], first + 1).repeat(size[2], first + 2);
    }
}
