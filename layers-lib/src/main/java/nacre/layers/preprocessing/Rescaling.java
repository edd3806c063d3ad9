package nacre.layers.preprocessing;

import nacre.layers.FluentLayer;
import nacre.tensor.Tensor;

/// Brings numbers into another range: `x · scale + offset`, such as bytes 0 to 255 to 0 to 1.
///
/// `(…) → (…)`
///
/// ```java
/// new Rescaling(1 / 255.0).apply(Tensor.of(new float[] {0, 255}))            // [0, 1]
/// new Rescaling(2).offset(-1).apply(Tensor.of(new float[] {0, 1}))   // [-1, 1]
/// ```
///
/// Source: [Keras,
/// Rescaling](https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/).
public final class Rescaling extends FluentLayer<Rescaling> {
    private final Tensor scale;
    private Tensor offset = Tensor.of(0);

    /// Multiplies with this.
    public Rescaling(double scale) {
        this(Tensor.of((float) scale));
    }

    /// Multiplies with one number for each channel.
    public Rescaling(Tensor scale) {
        this.scale = scale;
    }

    /// Adds this; default 0.
    public Rescaling offset(double number) {
        return offset(Tensor.of((float) number));
    }

    /// Adds one number for each channel.
    public Rescaling offset(Tensor numbers) {
        return set("offset", () -> offset = numbers);
    }

    @Override
    protected Tensor call(Tensor x) {
        return x.mul(scale).add(offset);
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
