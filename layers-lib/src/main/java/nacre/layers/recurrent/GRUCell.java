package nacre.layers.recurrent;

import static nacre.layers.Arguments.positive;

import java.util.List;
import nacre.layers.Pass;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// One step of a [GRU]: a gate `z` says how much of the old state stays, a gate `r` how much of it
/// the new one sees.
///
/// `z = σ(…)`, `r = σ(…)`, `g = tanh(x · kernel + r · (h · recurrentKernel + recurrent bias) +
/// bias)`, `h' = z · h + (1 - z) · g`. With `resetAfter(false)` the gate comes first: `(r · h) ·
/// recurrentKernel`.
///
/// `(batch, features), (batch, units) → (batch, units), (batch, units)`
///
/// ```java
/// new RNN(new GRUCell(4)).outputShape(Shape.batch(10, 3))   // (None, 4)
/// ```
///
/// Source: Cho and others, Learning phrase representations using RNN encoder-decoder (2014);
/// [Keras, GRUCell](https://keras.io/api/layers/recurrent_layers/gru_cell/).
public final class GRUCell extends GatedCell<GRUCell> {
    private final int units;
    private boolean resetAfter = true;

    /// A memory of this many numbers.
    public GRUCell(int units) {
        this.units = positive("units", units);
    }

    /// Whether the reset gate acts after the product with the recurrent kernel (default) or before.
    public GRUCell resetAfter(boolean on) {
        return set("resetAfter", () -> resetAfter = on);
    }

    @Override
    protected void build(Shape in) {
        Shape bias = resetAfter ? Shape.of(2, 3 * units) : Shape.of(3 * units);
        build(Shape.of(in.last(), 3 * units), Shape.of(units, 3 * units), bias);
    }

    @Override
    @Nullable Tensor inputBias() {
        Tensor bias = bias();
        return bias == null || !resetAfter ? bias : bias.at(0, 0);
    }

    @Override
    public List<Shape> stateShapes() {
        return List.of(Shape.of(units));
    }

    @Override
    public List<Tensor> step(Tensor x, List<Tensor> states, Pass pass) {
        Tensor h = dropState(states.get(0), pass);
        Tensor forGates = recurrentKernel().slice(1, 0, resetAfter ? 3 * units : 2 * units);
        Tensor bias = bias();
        Tensor product = h.matmul(forGates);
        Tensor inner = bias == null || !resetAfter ? product : product.add(bias.at(0, 1));
        Tensor z = gate(part(x, 0).add(part(inner, 0)));
        Tensor r = gate(part(x, 1).add(part(inner, 1)));
        Tensor seen =
                resetAfter
                        ? r.mul(part(inner, 2))
                        : r.mul(h).matmul(recurrentKernel().slice(1, 2 * units, 3 * units));
        Tensor g = activate(part(x, 2).add(seen));
        return List.of(z.mul(h).add(z.neg().add(1).mul(g)));
    }

    /// The same as [#step] for all steps, by the engine's own loop.
    @Override
    public @Nullable Tensor sequence(Tensor x, List<Tensor> first, boolean all, Pass pass) {
        if (!isUsual(pass) || x.rank() != 3) {
            return null;
        }
        return dropInputs(x, pass)
                .gru(kernel(), recurrentKernel(), bias(), first.get(0), resetAfter, all);
    }

    private Tensor part(Tensor x, int i) {
        return x.slice(-1, i * units, (i + 1) * units);
    }
}
