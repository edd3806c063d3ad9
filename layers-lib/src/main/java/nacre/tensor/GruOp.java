package nacre.tensor;

import java.util.List;
import java.util.stream.IntStream;
import nacre.compute.Gru;
import nacre.compute.StepSums.Kernel;

/// All steps of a GRU in one operation.
///
/// Inputs: the sequence `(batch, steps, features)`, the kernel `(features, 3·units)`, the recurrent
/// kernel `(units, 3·units)`, the first state `(batch, units)`, and perhaps the biases `(2,
/// 3·units)`. Result: the states before the first step and after each, `(batch, steps + 1, units)`,
/// or those after the last, `(batch, units)`.
final class GruOp implements Op {
    private final boolean all;
    private final boolean training;
    private float[] states = {}; // what they were, for the way back
    private float[] gates = {};

    /// @param all whether all states come out
    /// @param training whether there will be a way back
    GruOp(boolean all, boolean training) {
        this.all = all;
        this.training = training;
    }

    @Override
    public Shape shape(Shape... in) {
        return Sequences.shape(in[0], in[2].dim(0), all);
    }

    @Override
    public double largest(Shape... in) {
        return Sequences.largest(in[0], (training ? 4 : 1) * in[2].dim(0));
    }

    private static Gru sizes(Shape... in) {
        return new Gru(in[0].dim(0), in[0].dim(1), in[0].dim(2), in[2].dim(0));
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        Gru gru = sizes(x[0].shape(), x[1].shape(), x[2].shape());
        gates = Tape.array(training ? gru.gatesSize() : gru.batch() * 4 * gru.units());
        states = Sequences.begun(x[0].shape(), x[3]);
        float[] bias = x.length == 5 ? x[4].data() : null;
        gru.forward(x[0].data(), x[1].data(), x[2].data(), bias, states, gates);
        return Sequences.result(states, out);
    }

    @Override
    public void backward(Back b) {
        Gru gru = sizes(b.x(0).shape(), b.x(1).shape(), b.x(2).shape());
        Shape sums = Shape.of(gru.batch() * gru.steps(), 3 * gru.units());
        Tensor dx = Tensor.wrap(Tape.array(sums.size()), sums);
        Tensor dh = Tensor.wrap(Tape.array(sums.size()), sums);
        float[] first = Tape.array(b.x(3).size());
        float[] recurrent = b.x(2).data();
        gru.backward(gates, recurrent, states, b.g().data(), dx.data(), dh.data(), first);
        b.send(0, () -> dx.product(b.x(1), false, true).reshape(b.x(0).shape()));
        b.send(3, () -> Tensor.wrap(first, b.x(3).shape()));
        if (IntStream.range(0, b.inputs()).anyMatch(i -> i != 0 && i != 3 && b.needs(i))) {
            sendKernels(b, dx, dh);
        }
    }

    /// As [Sequences#sendKernels], but what `x` has added to is not what `h` has.
    private void sendKernels(Back b, Tensor dx, Tensor dh) {
        int sums = dx.dim(1);
        Kernel kernel = Sequences.ofInputs(b);
        Kernel recurrent = Sequences.ofStates(b, states, sums);
        Kernel ofInputs = Kernel.bias(Tape.array(sums));
        Kernel ofStates = Kernel.bias(Tape.array(sums));
        Sequences.sum(b, dx, List.of(kernel, ofInputs));
        Sequences.sum(b, dh, List.of(recurrent, ofStates));
        b.send(1, () -> Tensor.wrap(kernel.gradient(), b.x(1).shape()));
        b.send(2, () -> Tensor.wrap(recurrent.gradient(), b.x(2).shape()));
        if (b.inputs() == 5) {
            Tensor first = Tensor.wrap(ofInputs.gradient(), Shape.of(sums));
            Tensor second = Tensor.wrap(ofStates.gradient(), Shape.of(sums));
            b.send(4, () -> Tensor.stack(List.of(first, second), 0));
        }
    }
}
