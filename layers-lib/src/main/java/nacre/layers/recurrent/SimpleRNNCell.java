package nacre.layers.recurrent;

import static nacre.layers.Arguments.positive;

import java.util.List;
import nacre.compute.Unary;
import nacre.layers.Pass;
import nacre.layers.activation.Activations;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// One step of a [SimpleRNN]: `h' = activation(x · kernel + h · recurrentKernel + bias)`.
///
/// `(batch, features), (batch, units) → (batch, units), (batch, units)`
///
/// ```java
/// new RNN(new SimpleRNNCell(4)).outputShape(Shape.batch(10, 3))   // (None, 4)
/// ```
///
/// Source: [Keras, SimpleRNNCell](https://keras.io/api/layers/recurrent_layers/simple_rnn_cell/).
public final class SimpleRNNCell extends KernelCell<SimpleRNNCell> {
    private final int units;

    /// A memory of this many numbers.
    public SimpleRNNCell(int units) {
        this.units = positive("units", units);
    }

    @Override
    protected void build(Shape in) {
        build(Shape.of(in.last(), units), Shape.of(units, units), Shape.of(units));
    }

    @Override
    public List<Shape> stateShapes() {
        return List.of(Shape.of(units));
    }

    @Override
    public List<Tensor> step(Tensor x, List<Tensor> states, Pass pass) {
        Tensor h = dropState(states.get(0), pass);
        return List.of(activate(x.add(h.matmul(recurrentKernel()))));
    }

    /// The same as [#step] for all steps, by the engine's own loop.
    @Override
    public @Nullable Tensor sequence(Tensor x, List<Tensor> first, boolean all, Pass pass) {
        if (!activates(Activations.TANH) || !keepsStates(pass) || x.rank() != 3) {
            return null;
        }
        return dropInputs(x, pass)
                .simpleRnn(kernel(), recurrentKernel(), bias(), first.get(0), Unary.TANH, all);
    }
}
