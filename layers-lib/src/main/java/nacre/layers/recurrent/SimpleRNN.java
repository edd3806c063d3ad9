package nacre.layers.recurrent;

import nacre.layers.config.Config;
import nacre.layers.config.Inline;

/// Reads a sequence step by step and mixes each step with what it remembers; forgets soon, so for
/// short sequences.
///
/// At each step `h' = tanh(x · kernel + h · recurrentKernel + bias)`; the last `h` comes out.
///
/// `(batch, steps, features) → (batch, units)`, with `returnSequences` `(batch, steps, units)`.
/// [SimpleRNNCell] says what one step does.
///
/// ```java
/// new SimpleRNN(4).outputShape(Shape.batch(10, 3))                         // (None, 4)
/// new SimpleRNN(4).returnSequences(true).outputShape(Shape.batch(10, 3))   // (None, 10, 4)
/// ```
///
/// Source: [Keras, SimpleRNN](https://keras.io/api/layers/recurrent_layers/simple_rnn/).
public final class SimpleRNN extends CellRecurrent<SimpleRNN, SimpleRNNCell> {
    @Inline private final SimpleRNNCell cell;

    /// A memory of this many numbers.
    public SimpleRNN(int units) {
        this(new SimpleRNNCell(units));
    }

    private SimpleRNN(SimpleRNNCell cell) {
        this.cell = cell.name("simple_rnn_cell");
    }

    @Override
    SimpleRNNCell cell() {
        return cell;
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        config.remove("seed"); // Keras leaves it out here
        return config;
    }
}
