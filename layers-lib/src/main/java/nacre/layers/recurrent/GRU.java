package nacre.layers.recurrent;

import nacre.layers.config.Inline;

/// Reads a sequence step by step like [LSTM], with fewer gates and no second state.
///
/// `(batch, steps, features) → (batch, units)`, with `returnSequences` `(batch, steps, units)`.
/// [GRUCell] says what one step does.
///
/// ```java
/// new GRU(4).outputShape(Shape.batch(10, 3))                         // (None, 4)
/// new GRU(4).returnSequences(true).outputShape(Shape.batch(10, 3))   // (None, 10, 4)
/// ```
///
/// Source: Cho and others, Learning phrase representations using RNN encoder-decoder (2014);
/// [Keras, GRU](https://keras.io/api/layers/recurrent_layers/gru/).
public final class GRU extends GatedRecurrent<GRU, GRUCell> {
    @Inline private final GRUCell cell;

    /// A memory of this many numbers.
    public GRU(int units) {
        this(new GRUCell(units));
    }

    private GRU(GRUCell cell) {
        this.cell = cell.name("gru_cell");
    }

    @Override
    GRUCell cell() {
        return cell;
    }

    /// Whether the reset gate acts after the product with the recurrent kernel (default) or before.
    public GRU resetAfter(boolean on) {
        return set("resetAfter", () -> cell.resetAfter(on));
    }
}
