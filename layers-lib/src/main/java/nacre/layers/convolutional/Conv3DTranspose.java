package nacre.layers.convolutional;

/// Makes volumes larger: each number spreads over a window, weighted by the kernel; a convolution
/// backwards.
///
/// `(batch, depth, height, width, channels) → (batch, new depth, new height, new width, filters)`
///
/// ```java
/// new Conv3DTranspose(4, 3).outputShape(Shape.batch(8, 8, 8, 3))   // (None, 10, 10, 10, 4)
/// ```
///
/// Source: [Keras,
/// Conv3DTranspose](https://keras.io/api/layers/convolution_layers/convolution3d_transpose/).
public final class Conv3DTranspose extends ConvTranspose<Conv3DTranspose> {
    /// So many filters, with a window of this size along each axis.
    public Conv3DTranspose(int filters, int kernelSize) {
        super(3, filters, kernelSize);
    }

    /// So many filters, with a window of these sizes.
    public Conv3DTranspose(int filters, int[] kernelSize) {
        super(3, filters, kernelSize);
    }
}
