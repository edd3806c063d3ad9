package nacre.tensor;

import java.util.List;
import nacre.compute.Gru;

/// All steps of a GRU in one operation.
///
/// Inputs: the sequence `(batch, steps, features)`, the kernel `(features, 3·units)`, the recurrent
/// kernel `(units, 3·units)`, the first state `(batch, units)`, and perhaps the biases `(2,
/// 3·units)`. Result: the states before the first step and after each, `(batch, steps + 1, units)`.
final class GruOp implements Op {
    private final boolean training;
    private float[] gates = {}; // what they were, for the way back

    /// @param training whether there will be a way back
    GruOp(boolean training) {
        this.training = training;
    }

    @Override
    public Shape shape(Shape... in) {
        return Shape.of(in[0].dim(0), in[0].dim(1) + 1, in[2].dim(0));
    }

    private static Gru sizes(Shape... in) {
        return new Gru(in[0].dim(0), in[0].dim(1), in[0].dim(2), in[2].dim(0));
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        Gru gru = sizes(x[0].shape(), x[1].shape(), x[2].shape());
        gates = Tape.array(training ? gru.gatesSize() : gru.batch() * 4 * gru.units());
        float[] states = Sequences.begun(out, x[3]);
        float[] bias = x.length == 5 ? x[4].data() : null;
        gru.forward(x[0].data(), x[1].data(), x[2].data(), bias, states, gates);
        return states;
    }

    @Override
    public void backward(Back b) {
        Gru gru = sizes(b.x(0).shape(), b.x(1).shape(), b.x(2).shape());
        Shape sums = Shape.of(gru.batch() * gru.steps(), 3 * gru.units());
        Tensor dx = Tensor.wrap(Tape.array(sums.size()), sums);
        Tensor dh = Tensor.wrap(Tape.array(sums.size()), sums);
        float[] first = Tape.array(b.x(3).size());
        float[] recurrent = b.x(2).data();
        gru.backward(gates, recurrent, b.y().data(), b.g().data(), dx.data(), dh.data(), first);
        b.send(0, () -> dx.product(b.x(1), false, true).reshape(b.x(0).shape()));
        b.send(1, () -> b.x(0).flattenTo(2).product(dx, true, false));
        b.send(2, () -> Sequences.byRecurrent(b, gru.units(), dh));
        b.send(3, () -> Tensor.wrap(first, b.x(3).shape()));
        if (b.inputs() == 5) {
            b.send(4, () -> Tensor.stack(List.of(dx.sum(0), dh.sum(0)), 0));
        }
    }
}
