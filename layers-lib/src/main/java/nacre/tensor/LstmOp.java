package nacre.tensor;

import nacre.compute.Layout;
import nacre.compute.Lstm;
import nacre.compute.Product;

/// All steps of an LSTM in one operation.
///
/// Inputs: the inputs' part of the gates `(batch, steps, 4·units)`, the recurrent kernel `(units,
/// 4·units)`, the first states `h` and `c` `(batch, units)`. Result: the states `[h c]` before the
/// first step and after each, `(batch, steps + 1, 2·units)`.
final class LstmOp implements Op {
    private float[] gates = {}; // what they were, for the way back

    @Override
    public Shape shape(Shape... in) {
        return Shape.of(
                in[0].dim(0),
                in[0].dim(1) == Shape.NONE ? Shape.NONE : in[0].dim(1) + 1,
                2 * in[1].dim(0));
    }

    private static Lstm sizes(Shape states) {
        return new Lstm(states.dim(0), states.dim(1) - 1, states.dim(2) / 2);
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        Lstm lstm = sizes(out);
        int units = lstm.units();
        gates = Tape.array(x[0].size());
        System.arraycopy(x[0].data(), 0, gates, 0, gates.length);
        float[] states = Tape.array(out.size());
        for (int n = 0; n < lstm.batch(); n++) {
            int at = n * (lstm.steps() + 1) * 2 * units;
            System.arraycopy(x[2].data(), n * units, states, at, units);
            System.arraycopy(x[3].data(), n * units, states, at + units, units);
        }
        lstm.forward(gates, x[1].data(), states);
        return states;
    }

    @Override
    public void backward(Back b) {
        Tensor states = b.y();
        Lstm lstm = sizes(states.shape());
        int units = lstm.units();
        Shape kernel = b.x(1).shape();
        float[] transposed = Tape.array(kernel.size());
        Layout.permute(b.x(1).data(), kernel.dims(), new int[] {1, 0}, transposed);
        float[] dz = Tape.array(gates.length);
        float[] first = Tape.array(lstm.batch() * 2 * units);
        lstm.backward(gates, transposed, states.data(), b.g().data(), dz, first);
        b.send(0, () -> Tensor.wrap(dz, b.x(0).shape()));
        b.send(1, () -> Tensor.wrap(byKernel(lstm, states.data(), dz), kernel));
        Tensor both = Tensor.wrap(first, Shape.of(lstm.batch(), 2 * units));
        b.send(2, () -> both.slice(1, 0, units));
        b.send(3, () -> both.slice(1, units, 2 * units));
    }

    /// `hᵀ · dz` summed over all samples and steps: one product, once the `h` lie side by side.
    private static float[] byKernel(Lstm lstm, float[] states, float[] dz) {
        int units = lstm.units();
        float[] dk = Tape.array(units * 4 * units);
        float[] h = Tape.array(lstm.batch() * lstm.steps() * units); // before each step
        for (int n = 0, to = 0; n < lstm.batch(); n++) {
            for (int t = 0; t < lstm.steps(); t++, to += units) {
                int from = (n * (lstm.steps() + 1) + t) * 2 * units;
                System.arraycopy(states, from, h, to, units);
            }
        }
        Product.multiply(
                units,
                4 * units,
                lstm.batch() * lstm.steps(),
                h,
                0,
                1,
                units,
                dz,
                0,
                4 * units,
                1,
                dk,
                0,
                4 * units,
                false);
        return dk;
    }
}
