package nacre.layers.convolutional;

/// Makes images larger: each number spreads over a window, weighted by the kernel; a convolution
/// backwards.
///
/// `(batch, height, width, channels) → (batch, new height, new width, filters)`
///
/// ```java
/// new Conv2DTranspose(4, 3).outputShape(Shape.batch(8, 8, 3))   // (None, 10, 10, 4)
/// ```
///
/// Source: [Keras,
/// Conv2DTranspose](https://keras.io/api/layers/convolution_layers/convolution2d_transpose/).
public final class Conv2DTranspose extends ConvTranspose<Conv2DTranspose> {
    /// So many filters, with a window of this size along each axis.
    public Conv2DTranspose(int filters, int kernelSize) {
        super(2, filters, kernelSize);
    }

    /// So many filters, with a window of these sizes.
    public Conv2DTranspose(int filters, int[] kernelSize) {
        super(2, filters, kernelSize);
    }
}
