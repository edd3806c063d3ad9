package nacre.tensor;

import nacre.compute.Lstm;

/// All steps of an LSTM in one operation.
///
/// Inputs: the sequence `(batch, steps, features)`, the kernel `(features, 4·units)`, the recurrent
/// kernel `(units, 4·units)`, the first states `h` and `c` `(batch, units)`, and perhaps the bias.
/// Result: the states `[h c]` before the first step and after each, `(batch, steps + 1, 2·units)`.
final class LstmOp implements Op {
    private final boolean training;
    private float[] gates = {}; // what they were, for the way back

    /// @param training whether there will be a way back
    LstmOp(boolean training) {
        this.training = training;
    }

    @Override
    public Shape shape(Shape... in) {
        return Shape.of(in[0].dim(0), in[0].dim(1) + 1, 2 * in[2].dim(0));
    }

    private static Lstm sizes(Shape... in) {
        return new Lstm(in[0].dim(0), in[0].dim(1), in[0].dim(2), in[2].dim(0));
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        Lstm lstm = sizes(x[0].shape(), x[1].shape(), x[2].shape());
        int units = lstm.units();
        gates = Tape.array(training ? lstm.gatesSize() : lstm.batch() * 4 * units);
        float[] states = Tape.array(out.size());
        for (int n = 0; n < lstm.batch(); n++) {
            int at = n * (lstm.steps() + 1) * 2 * units;
            System.arraycopy(x[3].data(), n * units, states, at, units);
            System.arraycopy(x[4].data(), n * units, states, at + units, units);
        }
        float[] bias = x.length == 6 ? x[5].data() : null;
        lstm.forward(x[0].data(), x[1].data(), x[2].data(), bias, states, gates);
        return states;
    }

    @Override
    public void backward(Back b) {
        Lstm lstm = sizes(b.x(0).shape(), b.x(1).shape(), b.x(2).shape());
        int units = lstm.units();
        float[] dz = Tape.array(gates.length);
        float[] first = Tape.array(lstm.batch() * 2 * units);
        lstm.backward(gates, b.x(2).data(), b.y().data(), b.g().data(), dz, first);
        Tensor by = Tensor.wrap(dz, Shape.of(lstm.batch() * lstm.steps(), 4 * units));
        b.send(0, () -> by.product(b.x(1), false, true).reshape(b.x(0).shape()));
        Sequences.sendKernels(b, by, 5);
        Tensor both = Tensor.wrap(first, Shape.of(lstm.batch(), 2 * units));
        b.send(3, () -> both.slice(1, 0, units));
        b.send(4, () -> both.slice(1, units, 2 * units));
    }
}
