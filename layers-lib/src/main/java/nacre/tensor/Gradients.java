package nacre.tensor;

import java.util.Map;

/// The gradients a tape has found.
public final class Gradients {
    private final Map<Weight, Tensor> leaves;

    Gradients(Map<Weight, Tensor> leaves) {
        this.leaves = leaves;
    }

    /// The gradient with respect to a watched tensor; zeros if the result does not depend on it.
    public Tensor of(Tensor watched) {
        if (watched.node == null) {
            throw new IllegalArgumentException(
                    "This tensor was not watched. Use what tape.watch(x) gives, and compute with that.");
        }
        Tensor gradient = watched.node.gradient;
        return gradient == null ? Tensor.zeros(watched.shape()) : gradient;
    }

    /// The gradient with respect to a weight; zeros if the result does not depend on it.
    public Tensor of(Weight weight) {
        Tensor leaf = leaves.get(weight);
        return leaf == null || leaf.node == null ? Tensor.zeros(weight.shape()) : of(leaf);
    }

    /// Whether the result depends on the weight at all.
    public boolean has(Weight weight) {
        Tensor leaf = leaves.get(weight);
        return leaf != null && leaf.node != null && leaf.node.gradient != null;
    }
}
