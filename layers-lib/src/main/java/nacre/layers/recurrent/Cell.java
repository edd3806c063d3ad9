package nacre.layers.recurrent;

import java.util.List;
import nacre.layers.Pass;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What one step of a recurrent layer does. A cell of your own is a layer that implements this:
///
/// ```java
/// class Sum extends Layer implements Cell {
///     public List<Shape> stateShapes() { return List.of(Shape.of(2)); }
///     public List<Tensor> step(Tensor x, List<Tensor> states, Pass pass) { return List.of(states.get(0).add(x)); }
/// }
/// new RNN(new Sum()).apply(Tensor.ones(Shape.of(1, 5, 2)))   // [[5, 5]]
/// ```
public interface Cell {

    /// The shape of each state, for one sample.
    List<Shape> stateShapes();

    /// One step: the new states, from one step of the sequence `(batch, …)` and the states so far.
    List<Tensor> step(Tensor x, List<Tensor> states, Pass pass);

    /// What comes out of a step; by default the first of the new states.
    default Tensor output(List<Tensor> states) {
        return states.get(0);
    }

    /// What can be done for all steps `(batch, steps, …)` at once, such as the product with a
    /// kernel; [#step] then gets what this gives. By default nothing.
    default Tensor prepare(Tensor sequence, Pass pass) {
        return sequence;
    }

    /// All steps at once, where there is a quicker way than one after the other: the states before
    /// the first step and after each, side by side, `(batch, steps + 1, size of all states)`, or
    /// unless `all`, those after the last step, `(batch, size of all states)`. Else null, the
    /// default.
    default @Nullable Tensor sequence(Tensor x, List<Tensor> first, boolean all, Pass pass) {
        return null;
    }

    /// Called before a new sequence: what was drawn at random for the last one is forgotten.
    default void start() {}

    /// Makes the weights for steps of this shape; a layer has this method.
    void ensureBuilt(List<Shape> inputs);

    /// The states before the first step of a batch like `x`: zeros.
    default List<Tensor> zeroStates(Tensor x) {
        return stateShapes().stream()
                .map(shape -> shape.insert(0, x.dim(0)))
                .map(shape -> x.isGhost() ? Tensor.ghost(shape) : Tensor.zeros(shape))
                .toList();
    }
}
