package nacre.tensor;

import nacre.compute.Interrupted;

/// One primitive operation: its shape rule, its numbers and its gradient, kept together.
///
/// Everything a tensor can do is made of these; an operation on a ghost only asks for the shape.
public interface Op {
    /// The shape of the result for inputs of these shapes, some sizes perhaps unknown; says so if
    /// they do not fit.
    Shape shape(Shape... in);

    /// How many numbers the largest array has that is made on the way to the result and back, if it
    /// may be larger than both ends.
    default double largest(Shape... in) {
        return 0;
    }

    /// The numbers of the result, in an array from [Tape#array] or, where nothing moves, an input's
    /// own.
    float[] forward(Shape out, Tensor... x);

    /// Sends to each input the gradient of the loss with respect to it.
    void backward(Back b);

    /// Runs an operation and, if something trainable leads to it, notes it on the tape; on symbolic
    /// tensors it becomes part of their graph.
    static Tensor apply(Op op, Tensor... x) {
        Shape[] shapes = new Shape[x.length];
        boolean ghost = false;
        Node needs = null;
        boolean symbolic = false;
        for (int i = 0; i < x.length; i++) {
            shapes[i] = x[i].shape();
            ghost |= x[i].isGhost();
            needs = x[i].node != null ? x[i].node : needs;
            symbolic |= x[i].origin() != null;
        }
        Shape shape = op.shape(shapes);
        if (ghost) {
            return symbolic
                    ? Symbolic.note(
                            OpNames.of(op), in -> apply(op, in.toArray(Tensor[]::new)), shape, x)
                    : Tensor.ghost(shape);
        }
        TooLarge.check(op, shape, shapes);
        Interrupted.check();
        float[] data = op.forward(shape, x);
        Tape owner = Tape.recycling();
        return needs == null
                ? new Tensor(shape, data, owner, null)
                : needs.tape.note(op, shape, data, owner, x);
    }
}
