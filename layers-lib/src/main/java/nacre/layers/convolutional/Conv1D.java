package nacre.layers.convolutional;

/// Looks for small patterns everywhere in a sequence: slides a kernel over it and sums up what is
/// under it.
///
/// At each place and for each filter: `activation(Σ window · kernel + bias)`.
///
/// `(batch, steps, channels) → (batch, new steps, filters)`
///
/// ```java
/// new Conv1D(4, 3).outputShape(Shape.batch(8, 3))   // (None, 6, 4)
/// ```
///
/// Source: [Keras, Conv1D](https://keras.io/api/layers/convolution_layers/convolution1d/).
public final class Conv1D extends Conv<Conv1D> {
    /// So many filters, with a window of this size.
    public Conv1D(int filters, int kernelSize) {
        super(1, filters, kernelSize);
    }

    /// So many filters, with a window of this size.
    public Conv1D(int filters, int[] kernelSize) {
        super(1, filters, kernelSize);
    }
}
