package nacre.layers.convolutional;

/// Slides a kernel over an image, another one for each channel; channels are not mixed.
///
/// `(batch, height, width, channels) → (batch, new height, new width, channels · depthMultiplier)`
///
/// ```java
/// new DepthwiseConv2D(3).outputShape(Shape.batch(8, 8, 3))   // (None, 6, 6, 3)
/// ```
///
/// Source: [Keras,
/// DepthwiseConv2D](https://keras.io/api/layers/convolution_layers/depthwise_convolution2d/).
public final class DepthwiseConv2D extends DepthwiseConv<DepthwiseConv2D> {
    /// A window of this size; one number stands for all axes.
    public DepthwiseConv2D(int... kernelSize) {
        super(2, kernelSize);
    }
}
