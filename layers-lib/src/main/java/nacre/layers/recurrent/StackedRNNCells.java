package nacre.layers.recurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nacre.layers.FluentLayer;
import nacre.layers.Layer;
import nacre.layers.Pass;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Several cells as one: each gets the output of the one before; the last one's comes out.
///
/// ```java
/// new RNN(new StackedRNNCells(new LSTMCell(4), new GRUCell(2))).outputShape(Shape.batch(10, 3))   // (None, 2)
/// ```
///
/// Source: [Keras,
/// StackedRNNCells](https://keras.io/api/layers/recurrent_layers/stacked_rnn_cell/).
public final class StackedRNNCells extends FluentLayer<StackedRNNCells> implements Cell {
    private final List<Layer> cells;

    /// The cells, the first one first.
    public StackedRNNCells(List<Layer> cells) {
        this.cells = List.copyOf(cells);
        for (Layer cell : cells) {
            if (!(cell instanceof Cell)) {
                throw new IllegalArgumentException(
                        "`cells` must be cells such as LSTMCell; got "
                                + cell.getClass().getSimpleName()
                                + ".");
            }
        }
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("`cells` must hold at least one cell; got none.");
        }
    }

    /// The cells, the first one first.
    public StackedRNNCells(Layer... cells) {
        this(List.of(cells));
    }

    private List<Cell> stack() {
        return cells.stream().map(cell -> (Cell) cell).toList();
    }

    @Override
    protected void build(Shape in) {
        Tensor x = Tensor.ghost(in);
        for (Cell cell : stack()) {
            cell.ensureBuilt(List.of(x.shape()));
            x = cell.output(cell.zeroStates(x));
        }
    }

    @Override
    public List<Shape> stateShapes() {
        return stack().stream().flatMap(cell -> cell.stateShapes().stream()).toList();
    }

    @Override
    public void start() {
        stack().forEach(Cell::start);
    }

    @Override
    public List<Tensor> step(Tensor x, List<Tensor> states, Pass pass) {
        var all = new ArrayList<Tensor>();
        Tensor up = x;
        for (Cell cell : stack()) {
            int from = all.size();
            List<Tensor> own = states.subList(from, from + cell.stateShapes().size());
            List<Tensor> next = cell.step(cell.prepare(up.expandDims(1), pass).at(1, 0), own, pass);
            up = cell.output(next);
            all.addAll(next);
        }
        return all;
    }

    @Override
    public Tensor output(List<Tensor> states) {
        Cell last = stack().get(cells.size() - 1);
        return last.output(
                states.subList(states.size() - last.stateShapes().size(), states.size()));
    }

    /// Called by itself, it does one step: `(x, states…) → (output, states…)`.
    @Override
    protected List<Tensor> callAll(List<Tensor> inputs, Pass pass) {
        List<Tensor> given =
                inputs.size() > 1 ? inputs.subList(1, inputs.size()) : pass.initialState();
        start();
        List<Tensor> states =
                step(inputs.get(0), given.isEmpty() ? zeroStates(inputs.get(0)) : given, pass);
        return Stream.concat(Stream.of(output(states)), states.stream()).toList();
    }
}
