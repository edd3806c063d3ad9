package nacre.tensor;

import nacre.compute.SimpleRnn;
import nacre.compute.Unary;

/// All steps of a simple recurrent layer in one operation.
///
/// Inputs: the sequence `(batch, steps, features)`, the kernel `(features, units)`, the recurrent
/// kernel `(units, units)`, the first state `(batch, units)`, and perhaps the bias. Result: the
/// states before the first step and after each, `(batch, steps + 1, units)`, or those after the
/// last, `(batch, units)`.
final class SimpleRnnOp implements Op {
    private final Unary f;
    private final boolean all;
    private float[] states = {}; // what they were, for the way back

    /// @param all whether all states come out
    SimpleRnnOp(Unary f, boolean all) {
        this.f = f;
        this.all = all;
    }

    @Override
    public Shape shape(Shape... in) {
        return Sequences.shape(in[0], in[2].dim(0), all);
    }

    @Override
    public double largest(Shape... in) {
        return Sequences.largest(in[0], in[2].dim(0));
    }

    private SimpleRnn sizes(Shape... in) {
        return new SimpleRnn(in[0].dim(0), in[0].dim(1), in[0].dim(2), in[2].dim(0), f);
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        states = Sequences.begun(x[0].shape(), x[3]);
        float[] bias = x.length == 5 ? x[4].data() : null;
        sizes(x[0].shape(), x[1].shape(), x[2].shape())
                .forward(x[0].data(), x[1].data(), x[2].data(), bias, states);
        return Sequences.result(states, out);
    }

    @Override
    public void backward(Back b) {
        SimpleRnn rnn = sizes(b.x(0).shape(), b.x(1).shape(), b.x(2).shape());
        Shape sums = Shape.of(rnn.batch() * rnn.steps(), rnn.units());
        float[] numbers = Tape.array(sums.size());
        float[] first = Tape.array(b.x(3).size());
        rnn.backward(b.x(2).data(), states, b.g().data(), numbers, first);
        Tensor dz = Tensor.wrap(numbers, sums);
        b.send(0, () -> dz.product(b.x(1), false, true).reshape(b.x(0).shape()));
        Sequences.sendKernels(b, states, dz, 4);
        b.send(3, () -> Tensor.wrap(first, b.x(3).shape()));
    }
}
