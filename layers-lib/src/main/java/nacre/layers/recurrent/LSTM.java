package nacre.layers.recurrent;

import nacre.layers.config.Inline;

/// Reads a sequence step by step with a memory that it can keep for long: gates say what is
/// written, kept and read.
///
/// `(batch, steps, features) → (batch, units)`, with `returnSequences` `(batch, steps, units)`.
/// [LSTMCell] says what one step does.
///
/// ```java
/// new LSTM(4).outputShape(Shape.batch(10, 3))                         // (None, 4)
/// new LSTM(4).returnSequences(true).outputShape(Shape.batch(10, 3))   // (None, 10, 4)
/// ```
///
/// Source: Hochreiter and Schmidhuber, Long short-term memory (1997); [Keras,
/// LSTM](https://keras.io/api/layers/recurrent_layers/lstm/).
public final class LSTM extends GatedRecurrent<LSTM, LSTMCell> {
    @Inline private final LSTMCell cell;

    /// A memory of this many numbers.
    public LSTM(int units) {
        this(new LSTMCell(units));
    }

    private LSTM(LSTMCell cell) {
        this.cell = cell.name("lstm_cell");
    }

    @Override
    LSTMCell cell() {
        return cell;
    }

    /// Whether the bias of the forget gate starts with ones; default true.
    public LSTM unitForgetBias(boolean on) {
        return set("unitForgetBias", () -> cell.unitForgetBias(on));
    }
}
