package nacre.layers.convolutional;

/// A convolution of an image with few weights: first each channel by itself, then the channels of
/// each place mixed.
///
/// `(batch, height, width, channels) → (batch, new height, new width, filters)`
///
/// ```java
/// new SeparableConv2D(4, 3).outputShape(Shape.batch(8, 8, 3))   // (None, 6, 6, 4)
/// ```
///
/// Source: [Keras,
/// SeparableConv2D](https://keras.io/api/layers/convolution_layers/separable_convolution2d/).
public final class SeparableConv2D extends SeparableConv<SeparableConv2D> {
    /// So many filters, with a window of this size along each axis.
    public SeparableConv2D(int filters, int kernelSize) {
        super(2, filters, kernelSize);
    }

    /// So many filters, with a window of these sizes.
    public SeparableConv2D(int filters, int[] kernelSize) {
        super(2, filters, kernelSize);
    }
}
