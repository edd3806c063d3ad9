package nacre.layers.recurrent;

/// Reads a sequence of volumes step by step with a memory of the same form: an LSTM made of
/// convolutions.
///
/// `(batch, steps, depth, height, width, channels) → (batch, new depth, new height, new width,
/// filters)`, with `returnSequences` for each step.
///
/// ```java
/// new ConvLSTM3D(2, 3).outputShape(Shape.batch(4, 8, 8, 8, 3))   // (None, 6, 6, 6, 2)
/// ```
///
/// Source: Shi and others, Convolutional LSTM network (2015); [Keras,
/// ConvLSTM3D](https://keras.io/api/layers/recurrent_layers/conv_lstm3d/).
public final class ConvLSTM3D extends ConvLSTM<ConvLSTM3D> {
    /// So many filters, with a window of this size along each axis.
    public ConvLSTM3D(int filters, int kernelSize) {
        super(3, filters, kernelSize);
    }

    /// So many filters, with a window of these sizes.
    public ConvLSTM3D(int filters, int[] kernelSize) {
        super(3, filters, kernelSize);
    }

    private ConvLSTM3D(ConvLSTMCell cell) {
        super(3, cell);
    }
}
