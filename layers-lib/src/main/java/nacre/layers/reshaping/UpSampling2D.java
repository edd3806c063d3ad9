package nacre.layers.reshaping;

import static nacre.layers.Arguments.perAxis;

import java.util.List;
import nacre.layers.DataFormat;
import nacre.layers.FluentLayer;
import nacre.tensor.Resampling;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Makes images larger by whole factors, by repeating pixels or by interpolation.
///
/// `(batch, height, width, channels) → (batch, height · size[0], width · size[1], channels)`
///
/// ```java
/// var layer = new UpSampling2D(2).interpolation("bilinear");
/// layer.outputShape(Shape.batch(4, 5, 3))   // (None, 8, 10, 3)
/// ```
///
/// Source: [Keras, UpSampling2D](https://keras.io/api/layers/reshaping_layers/up_sampling2d/).
public final class UpSampling2D extends FluentLayer<UpSampling2D> {
    private int[] size = {2, 2};
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;
    private Resampling interpolation = Resampling.NEAREST;

    /// Twice as high and wide.
    public UpSampling2D() {}

    /// The factors for height and width, or one for both.
    public UpSampling2D(int... size) {
        this.size = perAxis("size", 2, size);
    }

    /// The factors for height and width, or one for both; default 2.
    public UpSampling2D size(int... factors) {
        return set("size", () -> size = perAxis("size", 2, factors));
    }

    /// Where the channels are, `channels_last` (default) or `channels_first`.
    public UpSampling2D dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
    }

    /// What new pixels are: `nearest` (default), `bilinear`, `bicubic`, `lanczos3`, `lanczos5`.
    public UpSampling2D interpolation(String name) {
        return set("interpolation", () -> interpolation = Resampling.of(name));
    }

    @Override
    protected void check(List<Shape> inputs) {
        dataFormat.check("UpSampling2D", inputs.get(0), 2);
    }

    @Override
    protected Tensor call(Tensor x) {
        Tensor y = x;
        for (int i = 0; i < 2; i++) {
            int axis = dataFormat.firstSize() + i;
            int to = x.dim(axis) == Shape.NONE ? Shape.NONE : x.dim(axis) * size[i];
            y =
                    interpolation == Resampling.NEAREST
                            ? y.repeat(size[i], axis)
                            : y.resample(axis, to, interpolation, false);
        }
        return y;
    }
}
