package nacre.layers.convolutional;

/// Slides a kernel over a sequence, another one for each channel; channels are not mixed.
///
/// `(batch, steps, channels) → (batch, new steps, channels · depthMultiplier)`
///
/// ```java
/// new DepthwiseConv1D(3).outputShape(Shape.batch(8, 3))   // (None, 6, 3)
/// ```
///
/// Source: [Keras,
/// DepthwiseConv1D](https://keras.io/api/layers/convolution_layers/depthwise_convolution1d/).
public final class DepthwiseConv1D extends DepthwiseConv<DepthwiseConv1D> {
    /// A window of this size.
    public DepthwiseConv1D(int... kernelSize) {
        super(1, kernelSize);
    }
}
