package nacre.tensor;

import org.jspecify.annotations.Nullable;

/// One line of the tape: which operation made a tensor from which inputs, and the gradient
/// collected for it so far.
final class Node {
    final Tape tape;
    final @Nullable Op op; // null for what is watched: a weight or an input
    final Tensor[] inputs;
    @Nullable Tensor output;
    @Nullable Tensor gradient;

    Node(Tape tape, @Nullable Op op, Tensor... inputs) {
        this.tape = tape;
        this.op = op;
        this.inputs = inputs;
    }

    void collect(Tensor g) {
        gradient = gradient == null ? g : gradient.add(g);
    }
}
