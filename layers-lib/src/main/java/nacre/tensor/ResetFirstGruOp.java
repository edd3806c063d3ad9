package nacre.tensor;

import java.util.List;
import nacre.compute.ResetFirstGru;
import nacre.compute.StepSums.Kernel;

/// All steps of a GRU whose reset gate acts before the product with the recurrent kernel, in one
/// operation.
///
/// Inputs and result are those of [GruOp], but for the bias, `(3·units)`.
final class ResetFirstGruOp implements Op {
    private final boolean all;
    private float[] states = {}; // what they were, for the way back
    private float[] gates = {};
    private float[] seen = {};

    /// @param all whether all states come out
    ResetFirstGruOp(boolean all) {
        this.all = all;
    }

    @Override
    public Shape shape(Shape... in) {
        return Sequences.shape(in[0], in[2].dim(0), all);
    }

    @Override
    public double largest(Shape... in) {
        return Sequences.largest(in[0], 3 * in[2].dim(0));
    }

    private static ResetFirstGru sizes(Shape... in) {
        return new ResetFirstGru(in[0].dim(0), in[0].dim(1), in[0].dim(2), in[2].dim(0));
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        ResetFirstGru gru = sizes(x[0].shape(), x[1].shape(), x[2].shape());
        gates = Tape.array(gru.gatesSize());
        seen = Tape.array(gru.gatesSize() / 3);
        states = Sequences.begun(x[0].shape(), x[3]);
        float[] bias = x.length == 5 ? x[4].data() : null;
        gru.forward(x[0].data(), x[1].data(), x[2].data(), bias, states, gates, seen);
        return Sequences.result(states, out);
    }

    @Override
    public void backward(Back b) {
        ResetFirstGru gru = sizes(b.x(0).shape(), b.x(1).shape(), b.x(2).shape());
        int samples = gru.batch() * gru.steps();
        int units = gru.units();
        Tensor dz = Tensor.wrap(Tape.array(gru.gatesSize()), Shape.of(samples, 3 * units));
        float[] first = Tape.array(b.x(3).size());
        gru.backward(gates, b.x(2).data(), states, b.g().data(), dz.data(), first);
        Tensor q = Tensor.wrap(seen, Shape.of(samples, units));
        b.send(0, () -> dz.product(b.x(1), false, true).reshape(b.x(0).shape()));
        b.send(1, () -> b.x(0).flattenTo(2).product(dz, true, false));
        b.send(
                2,
                () -> {
                    Kernel kernel = Sequences.ofStates(b, states, 2 * units);
                    Sequences.sum(b, dz.slice(1, 0, 2 * units), List.of(kernel));
                    Tensor ofGates = Tensor.wrap(kernel.gradient(), Shape.of(units, 2 * units));
                    Tensor ofNew = q.product(dz.slice(1, 2 * units, 3 * units), true, false);
                    return Tensor.concat(List.of(ofGates, ofNew), 1);
                });
        b.send(3, () -> Tensor.wrap(first, b.x(3).shape()));
        if (b.inputs() == 5) {
            b.send(4, () -> dz);
        }
    }
}
