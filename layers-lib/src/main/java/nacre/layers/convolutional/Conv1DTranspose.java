package nacre.layers.convolutional;

/// Makes sequences larger: each number spreads over a window, weighted by the kernel; a convolution
/// backwards.
///
/// `(batch, steps, channels) → (batch, new steps, filters)`
///
/// ```java
/// new Conv1DTranspose(4, 3).outputShape(Shape.batch(8, 3))   // (None, 10, 4)
/// ```
///
/// Source: [Keras,
/// Conv1DTranspose](https://keras.io/api/layers/convolution_layers/convolution1d_transpose/).
public final class Conv1DTranspose extends ConvTranspose<Conv1DTranspose> {
    /// So many filters, with a window of this size.
    public Conv1DTranspose(int filters, int kernelSize) {
        super(1, filters, kernelSize);
    }

    /// So many filters, with a window of this size.
    public Conv1DTranspose(int filters, int[] kernelSize) {
        super(1, filters, kernelSize);
    }
}
