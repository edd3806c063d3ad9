package nacre.layers.convolutional;

/// A convolution of a sequence with few weights: first each channel by itself, then the channels of
/// each place mixed.
///
/// `(batch, steps, channels) → (batch, new steps, filters)`
///
/// ```java
/// new SeparableConv1D(4, 3).outputShape(Shape.batch(8, 3))   // (None, 6, 4)
/// ```
///
/// Source: [Keras,
/// SeparableConv1D](https://keras.io/api/layers/convolution_layers/separable_convolution1d/).
public final class SeparableConv1D extends SeparableConv<SeparableConv1D> {
    /// So many filters, with a window of this size.
    public SeparableConv1D(int filters, int kernelSize) {
        super(1, filters, kernelSize);
    }

    /// So many filters, with a window of this size.
    public SeparableConv1D(int filters, int[] kernelSize) {
        super(1, filters, kernelSize);
    }
}
