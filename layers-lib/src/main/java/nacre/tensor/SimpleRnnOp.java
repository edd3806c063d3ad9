package nacre.tensor;

import nacre.compute.SimpleRnn;
import nacre.compute.Unary;

/// All steps of a simple recurrent layer in one operation.
///
/// Inputs: the sequence `(batch, steps, features)`, the kernel `(features, units)`, the recurrent
/// kernel `(units, units)`, the first state `(batch, units)`, and perhaps the bias. Result: the
/// states before the first step and after each, `(batch, steps + 1, units)`.
record SimpleRnnOp(Unary f) implements Op {
    @Override
    public Shape shape(Shape... in) {
        return Shape.of(in[0].dim(0), in[0].dim(1) + 1, in[2].dim(0));
    }

    private SimpleRnn sizes(Shape... in) {
        return new SimpleRnn(in[0].dim(0), in[0].dim(1), in[0].dim(2), in[2].dim(0), f);
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        float[] states = Sequences.begun(out, x[3]);
        float[] bias = x.length == 5 ? x[4].data() : null;
        sizes(x[0].shape(), x[1].shape(), x[2].shape())
                .forward(x[0].data(), x[1].data(), x[2].data(), bias, states);
        return states;
    }

    @Override
    public void backward(Back b) {
        SimpleRnn rnn = sizes(b.x(0).shape(), b.x(1).shape(), b.x(2).shape());
        Shape sums = Shape.of(rnn.batch() * rnn.steps(), rnn.units());
        float[] numbers = Tape.array(sums.size());
        float[] first = Tape.array(b.x(3).size());
        rnn.backward(b.x(2).data(), b.y().data(), b.g().data(), numbers, first);
        Tensor dz = Tensor.wrap(numbers, sums);
        b.send(0, () -> dz.product(b.x(1), false, true).reshape(b.x(0).shape()));
        Sequences.sendKernels(b, dz, 4);
        b.send(3, () -> Tensor.wrap(first, b.x(3).shape()));
    }
}
