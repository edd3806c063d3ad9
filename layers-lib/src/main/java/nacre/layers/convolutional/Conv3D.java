package nacre.layers.convolutional;

/// Looks for small patterns everywhere in a volume: slides a kernel over it and sums up what is
/// under it.
///
/// At each place and for each filter: `activation(Σ window · kernel + bias)`.
///
/// `(batch, depth, height, width, channels) → (batch, new depth, new height, new width, filters)`
///
/// ```java
/// new Conv3D(4, 3).outputShape(Shape.batch(8, 8, 8, 3))   // (None, 6, 6, 6, 4)
/// ```
///
/// Source: [Keras, Conv3D](https://keras.io/api/layers/convolution_layers/convolution3d/).
public final class Conv3D extends Conv<Conv3D> {
    /// So many filters, with a window of this size along each axis.
    public Conv3D(int filters, int kernelSize) {
        super(3, filters, kernelSize);
    }

    /// So many filters, with a window of these sizes.
    public Conv3D(int filters, int[] kernelSize) {
        super(3, filters, kernelSize);
    }
}
