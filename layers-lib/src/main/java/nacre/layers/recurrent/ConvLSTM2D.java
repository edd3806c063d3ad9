package nacre.layers.recurrent;

/// Reads a sequence of images step by step with a memory of the same form: an LSTM made of
/// convolutions.
///
/// `(batch, steps, height, width, channels) → (batch, new height, new width, filters)`, with
/// `returnSequences` for each step.
///
/// ```java
/// new ConvLSTM2D(2, 3).outputShape(Shape.batch(4, 8, 8, 3))   // (None, 6, 6, 2)
/// ```
///
/// Source: Shi and others, Convolutional LSTM network (2015); [Keras,
/// ConvLSTM2D](https://keras.io/api/layers/recurrent_layers/conv_lstm2d/).
public final class ConvLSTM2D extends ConvLSTM<ConvLSTM2D> {
    /// So many filters, with a window of this size along each axis.
    public ConvLSTM2D(int filters, int kernelSize) {
        super(2, filters, kernelSize);
    }

    /// So many filters, with a window of these sizes.
    public ConvLSTM2D(int filters, int[] kernelSize) {
        super(2, filters, kernelSize);
    }

    private ConvLSTM2D(ConvLSTMCell cell) {
        super(2, cell);
    }
}
