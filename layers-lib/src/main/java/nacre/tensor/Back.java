package nacre.tensor;

import java.util.Objects;
import java.util.function.Supplier;

/// What an operation sees on the way back: its inputs, its output, and the gradient that arrived at
/// the output.
public final class Back {
    private final Node node;
    private final Tensor g;

    Back(Node node, Tensor g) {
        this.node = node;
        this.g = g;
    }

    /// The gradient of the loss with respect to the output.
    public Tensor g() {
        return g;
    }

    /// Input `i`, as plain numbers.
    public Tensor x(int i) {
        return node.inputs[i].detach();
    }

    /// The output, as plain numbers.
    public Tensor y() {
        return Objects.requireNonNull(node.output).detach();
    }

    /// How many inputs there are.
    public int inputs() {
        return node.inputs.length;
    }

    /// Whether something trainable leads to input `i`.
    public boolean needs(int i) {
        return node.inputs[i].node != null;
    }

    /// Sends input `i` its gradient, worked out only if something trainable leads there; an input
    /// that was stretched to fit gets the sum over the stretched axes.
    public void send(int i, Supplier<Tensor> gradient) {
        Node to = node.inputs[i].node;
        if (to != null) {
            to.collect(gradient.get().sumTo(node.inputs[i].shape()));
        }
    }
}
