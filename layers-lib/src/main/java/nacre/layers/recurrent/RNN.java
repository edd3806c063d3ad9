package nacre.layers.recurrent;

import java.util.List;
import nacre.layers.Layer;

/// Reads a sequence step by step with any [Cell], also one of your own.
///
/// `(batch, steps, …) → (batch, …)`, with `returnSequences` `(batch, steps, …)`
///
/// ```java
/// new RNN(new GRUCell(4)).outputShape(Shape.batch(10, 3))                    // (None, 4)
/// new RNN(List.of(new GRUCell(4), new LSTMCell(5))).outputShape(Shape.batch(10, 3))   // (None, 5)
/// ```
///
/// Source: [Keras, RNN](https://keras.io/api/layers/recurrent_layers/rnn/).
public final class RNN extends Recurrent<RNN> {
    private final Layer cell;

    /// A loop around a cell, which must be a layer that implements [Cell].
    public RNN(Layer cell) {
        this.cell = cell;
        if (!(cell instanceof Cell)) {
            throw new IllegalArgumentException(
                    "`cell` must be a cell such as LSTMCell, a layer that implements Cell; got "
                            + cell.getClass().getSimpleName()
                            + ".");
        }
    }

    /// A loop around several cells, each on top of the one before.
    public RNN(List<? extends Layer> cells) {
        this(new StackedRNNCells(List.copyOf(cells)));
    }

    @Override
    Cell cell() {
        return (Cell) cell;
    }
}
