package nacre.tensor;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A tensor with a name that training changes: the state of a layer.
///
/// Reading gives a tensor that never changes; only [#assign] and the optimizers change the weight.
public final class Weight {
    private final String name;
    private final boolean trainable;
    private final @Nullable UnaryOperator<Tensor> regularizer;
    private final @Nullable UnaryOperator<Tensor> constraint;
    private Tensor value;
    private String path;
    private boolean shared; // somebody may hold `value`, so it must not be written to

    /// A weight with its first value.
    public Weight(String name, Tensor value, boolean trainable) {
        this(name, value, trainable, null, null);
    }

    /// A weight with a price of its numbers and a limit that every step of training keeps to.
    public Weight(
            String name,
            Tensor value,
            boolean trainable,
            @Nullable UnaryOperator<Tensor> regularizer,
            @Nullable UnaryOperator<Tensor> constraint) {
        this.name = name;
        this.path = name;
        this.value = value;
        this.trainable = trainable;
        this.regularizer = regularizer;
        this.constraint = constraint;
        this.shared = true;
    }

    /// The name within its layer, such as `kernel`.
    public String name() {
        return name;
    }

    /// Where it stands in its model, such as `sequential/dense/kernel`; just its name before it is
    /// trained.
    public String path() {
        return path;
    }

    /// Tells it where it stands.
    public void path(String newPath) {
        path = newPath;
    }

    /// The shape, fixed at birth.
    public Shape shape() {
        return value.shape();
    }

    /// Whether it is made to be trained; moving statistics are not. A frozen layer keeps this as it
    /// is.
    public boolean trainable() {
        return trainable;
    }

    /// The price of its numbers, or null.
    public @Nullable UnaryOperator<Tensor> regularizer() {
        return regularizer;
    }

    /// The limit that it is brought back to after every step, or null.
    public @Nullable UnaryOperator<Tensor> constraint() {
        return constraint;
    }

    /// The value. Inside a training step it is the weight's own array, watched by the tape;
    /// elsewhere a tensor to keep.
    public Tensor tensor() {
        Tape tape = Tape.current();
        if (tape == null) {
            shared = true;
            return value;
        }
        if (Tape.recycling() == null) {
            shared = true;
        }
        return tape.read(this, value);
    }

    /// Gives the weight a new value of the same shape.
    public void assign(Tensor newValue) {
        if (!shape().equals(newValue.shape())) {
            throw new IllegalArgumentException(
                    "Weight "
                            + name
                            + " has shape "
                            + shape()
                            + " and cannot take a value of shape "
                            + newValue.shape()
                            + ".");
        }
        value = newValue.owner == null ? newValue.detach() : newValue.copy();
        shared = true;
        forgetLeaf();
    }

    /// What reads the weight from now on sees the new value.
    private void forgetLeaf() {
        Tape tape = Tape.current();
        if (tape != null) {
            tape.forget(this);
        }
    }

    /// The array to be changed in place by an optimizer: a fresh copy if somebody may be looking at
    /// the present one.
    public float[] update() {
        if (shared) {
            value = new Tensor(shape(), value.data().clone(), null, null);
            shared = false;
            forgetLeaf();
        }
        return value.data();
    }

    @Override
    public String toString() {
        return name + " " + shape() + (trainable ? "" : " (not trainable)");
    }
}
