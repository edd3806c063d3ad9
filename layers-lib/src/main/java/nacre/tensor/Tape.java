package nacre.tensor;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Notes every operation between some watched values and a result, so that the gradients can be
/// found by going back.
///
/// ```java
/// var tape = new Tape();
/// Tensor x = tape.watch(Tensor.of(3));
/// tape.gradients(x.mul(x)).of(x)   // 6
/// ```
///
/// Weights are watched by themselves while the tape runs a piece of work: see [#run].
public final class Tape {
    private static final ScopedValue<Tape> CURRENT = ScopedValue.newInstance();

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Weight, Tensor> leaves = new IdentityHashMap<>();
    private final Set<Weight> weights;
    private final @Nullable ArrayStore store;
    private boolean closed;

    /// A tape for values that are watched one by one.
    public Tape() {
        this(Set.of(), null);
    }

    /// A tape that watches these weights.
    public Tape(Set<Weight> weights) {
        this(weights, null);
    }

    /// A tape that watches these weights and whose tensors live in arrays that the next tape uses
    /// again: they are good until [#close].
    public Tape(Set<Weight> weights, @Nullable ArrayStore store) {
        this.weights = weights;
        this.store = store;
    }

    /// The same value, watched: operations on it are noted.
    public Tensor watch(Tensor value) {
        var node = new Node(this, null);
        nodes.add(node);
        var watched =
                new Tensor(value.shape(), value.data(), value.owner, node).withMask(value.mask());
        node.output = watched;
        return watched;
    }

    /// Does a piece of work with this tape running: the weights it reads are watched.
    public <T> T run(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /// The gradients of the sum of `result` with respect to everything watched.
    public Gradients gradients(Tensor result) {
        return gradients(result, Tensor.ones(result.shape()));
    }

    /// The gradients of the sum of `result · upstream` with respect to everything watched.
    public Gradients gradients(Tensor result, Tensor upstream) {
        return gradients(List.of(result), List.of(upstream));
    }

    /// The gradients of the sum of all `results[i] · upstreams[i]`.
    public Gradients gradients(List<Tensor> results, List<Tensor> upstreams) {
        for (int i = 0; i < results.size(); i++) {
            Node node = results.get(i).node;
            if (node != null) {
                node.collect(upstreams.get(i));
            }
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node.gradient != null && node.op != null) {
                node.op.backward(new Back(node, node.gradient));
                node.gradient = null; // nobody asks for it again
            }
        }
        return new Gradients(leaves);
    }

    /// Ends the tape: its recycled arrays may be used by the next one.
    public void close() {
        closed = true;
        if (store != null) {
            store.recycle();
        }
    }

    /// An array for `size` numbers, with anything in it: from the running tape's store, or new.
    public static float[] array(int size) {
        Tape tape = recycling();
        return tape == null || tape.store == null ? TooLarge.floats(size) : tape.store.take(size);
    }

    /// The tape that is running here, or null.
    static @Nullable Tape current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /// The tape that is running here if its arrays are used again, or null.
    static @Nullable Tape recycling() {
        Tape tape = current();
        return tape == null || tape.store == null ? null : tape;
    }

    boolean isClosed() {
        return closed;
    }

    Tensor note(Op op, Shape shape, float[] data, @Nullable Tape owner, Tensor... inputs) {
        var node = new Node(this, op, inputs);
        nodes.add(node);
        var output = new Tensor(shape, data, owner, node);
        node.output = output;
        return output;
    }

    /// The weight's value, watched if this tape watches the weight; lent until the tape closes if
    /// it recycles.
    Tensor read(Weight weight, Tensor value) {
        Tensor leaf = leaves.get(weight);
        if (leaf == null) {
            Tensor lent =
                    store == null ? value : new Tensor(value.shape(), value.data(), this, null);
            leaf = weights.contains(weight) ? watch(lent) : lent;
            leaves.put(weight, leaf);
        }
        return leaf;
    }

    /// Lets go of the weight's value so far, as it was given a new one.
    void forget(Weight weight) {
        leaves.remove(weight);
    }
}
