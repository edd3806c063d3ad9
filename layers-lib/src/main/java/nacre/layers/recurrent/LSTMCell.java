package nacre.layers.recurrent;

import static nacre.layers.Arguments.positive;

import java.util.List;
import nacre.layers.Pass;
import nacre.layers.weights.Initializer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// One step of an [LSTM]: what is new is written into a memory `c`, through gates; the output `h`
/// is read off it.
///
/// With `z = x · kernel + h · recurrentKernel + bias` in four parts, `i = σ(z₁)`, `f = σ(z₂)`, `g =
/// tanh(z₃)`, `o = σ(z₄)`: `c' = f · c + i · g`, `h' = o · tanh(c')`.
///
/// `(batch, features), 2 × (batch, units) → (batch, units), 2 × (batch, units)`
///
/// ```java
/// new RNN(new LSTMCell(4)).outputShape(Shape.batch(10, 3))   // (None, 4)
/// ```
///
/// Source: Hochreiter and Schmidhuber, Long short-term memory (1997); [Keras,
/// LSTMCell](https://keras.io/api/layers/recurrent_layers/lstm_cell/).
public final class LSTMCell extends GatedCell<LSTMCell> {
    private final int units;
    private boolean unitForgetBias = true;

    /// A memory of this many numbers.
    public LSTMCell(int units) {
        this.units = positive("units", units);
    }

    /// Whether the bias of the forget gate starts with ones; default true.
    public LSTMCell unitForgetBias(boolean on) {
        return set("unitForgetBias", () -> unitForgetBias = on);
    }

    @Override
    protected void build(Shape in) {
        build(Shape.of(in.last(), 4 * units), Shape.of(units, 4 * units), Shape.of(4 * units));
    }

    @Override
    Initializer firstBias(Initializer chosen) {
        return unitForgetBias ? new UnitForgetBias(chosen) : chosen;
    }

    @Override
    public List<Shape> stateShapes() {
        return List.of(Shape.of(units), Shape.of(units));
    }

    @Override
    public List<Tensor> step(Tensor x, List<Tensor> states, Pass pass) {
        Tensor h = dropState(states.get(0), pass);
        Tensor c = states.get(1);
        List<Tensor> z = x.add(h.matmul(recurrentKernel())).split(4, -1);
        Tensor i = gate(z.get(0));
        Tensor f = gate(z.get(1));
        Tensor g = activate(z.get(2));
        Tensor o = gate(z.get(3));
        Tensor memory = f.mul(c).add(i.mul(g));
        return List.of(o.mul(activate(memory)), memory);
    }

    /// The same as [#step] for all steps, by the engine's own loop.
    @Override
    public @Nullable Tensor sequence(Tensor x, List<Tensor> first, boolean all, Pass pass) {
        if (!isUsual(pass) || x.rank() != 3) {
            return null;
        }
        Tensor kept = dropInputs(x, pass);
        return kept.lstm(kernel(), recurrentKernel(), bias(), first.get(0), first.get(1), all);
    }
}
