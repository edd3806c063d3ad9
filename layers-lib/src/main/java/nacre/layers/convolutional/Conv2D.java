package nacre.layers.convolutional;

/// Looks for small patterns everywhere in an image: slides a kernel over it and sums up what is
/// under it.
///
/// At each place and for each filter: `activation(Σ window · kernel + bias)`.
///
/// `(batch, height, width, channels) → (batch, new height, new width, filters)`
///
/// ```java
/// new Conv2D(4, 3).outputShape(Shape.batch(8, 8, 3))   // (None, 6, 6, 4)
/// ```
///
/// Source: [Keras, Conv2D](https://keras.io/api/layers/convolution_layers/convolution2d/).
public final class Conv2D extends Conv<Conv2D> {
    /// So many filters, with a window of this size along each axis.
    public Conv2D(int filters, int kernelSize) {
        super(2, filters, kernelSize);
    }

    /// So many filters, with a window of these sizes.
    public Conv2D(int filters, int[] kernelSize) {
        super(2, filters, kernelSize);
    }
}
