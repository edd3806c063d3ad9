package nacre.layers.recurrent;

/// Reads a sequence of rows of numbers step by step with a memory of the same form: an LSTM made of
/// convolutions.
///
/// `(batch, steps, size, channels) → (batch, new size, filters)`, with `returnSequences` for each
/// step.
///
/// ```java
/// new ConvLSTM1D(2, 3).outputShape(Shape.batch(4, 8, 3))   // (None, 6, 2)
/// ```
///
/// Source: Shi and others, Convolutional LSTM network (2015); [Keras,
/// ConvLSTM1D](https://keras.io/api/layers/recurrent_layers/conv_lstm1d/).
public final class ConvLSTM1D extends ConvLSTM<ConvLSTM1D> {
    /// So many filters, with a window of this size.
    public ConvLSTM1D(int filters, int kernelSize) {
        super(1, filters, kernelSize);
    }

    /// So many filters, with a window of this size.
    public ConvLSTM1D(int filters, int[] kernelSize) {
        super(1, filters, kernelSize);
    }

    private ConvLSTM1D(ConvLSTMCell cell) {
        super(1, cell);
    }
}
