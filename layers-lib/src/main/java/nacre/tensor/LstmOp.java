package nacre.tensor;

import nacre.compute.Lstm;

/// All steps of an LSTM in one operation.
///
/// Inputs: the sequence `(batch, steps, features)`, the kernel `(features, 4·units)`, the recurrent
/// kernel `(units, 4·units)`, the first states `h` and `c` `(batch, units)`, and perhaps the bias.
/// Result: the states `[h c]` before the first step and after each, `(batch, steps + 1, 2·units)`,
/// or those after the last, `(batch, 2·units)`.
final class LstmOp implements Op {
    private final boolean all;
    private final boolean training;
    private float[] states = {}; // what they were, for the way back
    private float[] gates = {};

    /// @param all whether all states come out
    /// @param training whether there will be a way back
    LstmOp(boolean all, boolean training) {
        this.all = all;
        this.training = training;
    }

    @Override
    public Shape shape(Shape... in) {
        return Sequences.shape(in[0], 2 * in[2].dim(0), all);
    }

    @Override
    public double largest(Shape... in) {
        return Sequences.largest(in[0], (training ? 4 : 2) * in[2].dim(0));
    }

    private static Lstm sizes(Shape... in) {
        return new Lstm(in[0].dim(0), in[0].dim(1), in[0].dim(2), in[2].dim(0));
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        Lstm lstm = sizes(x[0].shape(), x[1].shape(), x[2].shape());
        int units = lstm.units();
        gates = Tape.array(training ? lstm.gatesSize() : lstm.batch() * 4 * units);
        states = Sequences.begun(x[0].shape(), x[3], x[4]);
        float[] bias = x.length == 6 ? x[5].data() : null;
        lstm.forward(x[0].data(), x[1].data(), x[2].data(), bias, states, gates);
        return Sequences.result(states, out);
    }

    @Override
    public void backward(Back b) {
        Lstm lstm = sizes(b.x(0).shape(), b.x(1).shape(), b.x(2).shape());
        int units = lstm.units();
        float[] dz = Tape.array(gates.length);
        float[] first = Tape.array(lstm.batch() * 2 * units);
        lstm.backward(gates, b.x(2).data(), states, b.g().data(), dz, first);
        Tensor by = Tensor.wrap(dz, Shape.of(lstm.batch() * lstm.steps(), 4 * units));
        b.send(0, () -> by.product(b.x(1), false, true).reshape(b.x(0).shape()));
        Sequences.sendKernels(b, states, by, 5);
        Tensor both = Tensor.wrap(first, Shape.of(lstm.batch(), 2 * units));
        b.send(3, () -> both.slice(1, 0, units));
        b.send(4, () -> both.slice(1, units, 2 * units));
    }
}
