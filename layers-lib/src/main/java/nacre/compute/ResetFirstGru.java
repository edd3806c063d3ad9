package nacre.compute;

import static nacre.compute.Elementwise.Part.binary;
import static nacre.compute.Elementwise.Part.unary;

import nacre.compute.Scratch.Use;
import org.jspecify.annotations.Nullable;

/// All steps of a GRU whose reset gate acts before the product with the recurrent kernel, forwards
/// and back.
///
/// A step makes two gates `[z r]`, then what `g` sees of the state, `q`, and `g` itself:
///
/// `z r = σ(x · kernel + h · recurrent + bias)`, `q = r · h`, `g = tanh(x · kernel + q · recurrent
/// + bias)`, `h' = z · h + (1 - z) · g`
///
/// The states of a sample follow one another as in [SimpleRnn]. It is fast for the same reason as
/// [Lstm]; the plain twin is one step after the other, as `nacre.layers.recurrent.GRUCell` says it.
///
/// @param batch how many samples
/// @param steps how many steps
/// @param features how many numbers in `x` of one step
/// @param units how many numbers in `h`
public record ResetFirstGru(int batch, int steps, int features, int units) {

    /// How long `[z r g]` of all steps are together.
    public int gatesSize() {
        return batch * steps * 3 * units;
    }

    /// Where the state before a sample's step begins.
    private int state(int sample, int step) {
        return (sample * (steps + 1) + step) * units;
    }

    /// Where a sample's step begins, for each unit of it.
    private int step(int sample, int step) {
        return (sample * steps + step) * units;
    }

    /// Goes through all steps.
    ///
    /// @param x `batch × steps × features`
    /// @param kernel `features × 3 · units`
    /// @param recurrent `units × 3 · units`
    /// @param bias `3 · units`; may be null
    /// @param states `batch × (steps + 1) × units`; the first entry of each sample must be there;
    ///   the others are filled in
    /// @param gates where the gates go, `batch × steps × 3 · units`
    /// @param seen where `q` goes, `batch × steps × units`
    public void forward(
            float[] x,
            float[] kernel,
            float[] recurrent,
            float @Nullable [] bias,
            float[] states,
            float[] gates,
            float[] seen) {
        int two = 2 * units;
        int three = 3 * units;
        int place = steps * three;
        Matrix k = new Matrix(kernel, 0, three, 1);
        Matrix r = new Matrix(recurrent, 0, three, 1);
        int room =
                StepKernels.size(features, two)
                        + StepKernels.size(units, two)
                        + StepKernels.size(features, units)
                        + StepKernels.size(units, units);
        var kernels = new StepKernels(batch, room);
        var inputs = new StepInput(x, steps * features, features);
        var before = new StepInput(states, state(1, 0), units);
        var reset = new StepInput(seen, step(1, 0), units);
        var toGates = kernels.product(inputs, k, before, r, two, gates, place);
        var toNew =
                kernels.product(inputs, k.from(0, two), reset, r.from(0, two), units, gates, place);
        Epilogue withBias = new Epilogue(false, bias, null);
        Threads.forEach(
                batch,
                StepProduct.together(batch),
                (from, to) -> {
                    for (int t = 0; t < steps; t++) {
                        Interrupted.check();
                        toGates.run(withBias, 0, t * features, state(0, t), from, to, t * three);
                        for (int n = from; n < to; n++) {
                            look(gates, 3 * step(n, t), states, state(n, t), seen, step(n, t));
                        }
                        toNew.run(
                                withBias, two, t * features, step(0, t), from, to, t * three + two);
                        for (int n = from; n < to; n++) {
                            renew(gates, 3 * step(n, t), states, state(n, t));
                        }
                    }
                });
    }

    private void look(float[] gates, int z, float[] states, int s, float[] seen, int q) {
        unary(Unary.SIGMOID, gates, z, gates, z, 2 * units);
        binary(Binary.MUL, gates, z + units, states, s, seen, q, units);
    }

    /// `h' = g + z · (h − g)`
    private void renew(float[] gates, int z, float[] states, int s) {
        int g = z + 2 * units;
        int next = s + units;
        unary(Unary.TANH, gates, g, gates, g, units);
        binary(Binary.SUB, states, s, gates, g, states, next, units);
        binary(Binary.MUL, states, next, gates, z, states, next, units);
        binary(Binary.ADD, states, next, gates, g, states, next, units);
    }

    /// Goes back through all steps, to the sums before the gates; what that means for `x` and the
    /// kernels is a product each.
    ///
    /// @param gates as [#forward] has left them
    /// @param recurrent `units × 3 · units`
    /// @param states as [#forward] has left them
    /// @param g the gradient by all states, or by the last ones alone; see [StateGradients]
    /// @param dz the gradient by the sums before `[z r g]`, to be filled in
    /// @param first the gradient by the first state of each sample, to be filled in
    public void backward(
            float[] gates,
            float[] recurrent,
            float[] states,
            float[] g,
            float[] dz,
            float[] first) {
        int two = 2 * units;
        int three = 3 * units;
        int place = steps * three;
        Matrix back = new Matrix(recurrent, 0, 1, three);
        var kernels =
                new StepKernels(
                        batch, StepKernels.size(two, units) + StepKernels.size(units, units));
        float[] bySeen = Scratch.floats(Use.SEEN, batch * units);
        var byNew = new StepInput(dz, place, units);
        var byGates = new StepInput(dz, place, two);
        var toSeen = kernels.product(byNew, back.from(two, 0), units, bySeen, units);
        var toH = kernels.product(byGates, back, units, first, units);
        var given = new StateGradients(g, batch, steps, units);
        Threads.forEach(
                batch,
                StepProduct.together(batch),
                (from, to) -> {
                    given.last(first, from, to);
                    for (int t = steps - 1; t >= 0; t--) {
                        Interrupted.check();
                        for (int n = from; n < to; n++) {
                            int s = state(n, t);
                            unrenew(gates, 3 * step(n, t), states, s, dz, first, n * units);
                        }
                        toSeen.run(Epilogue.REPLACE, 0, t * three + two, from, to, 0);
                        for (int n = from; n < to; n++) {
                            int z = 3 * step(n, t);
                            unlook(gates, z, states, state(n, t), bySeen, dz, first, n * units);
                        }
                        toH.run(Epilogue.ADD, 0, t * three, from, to, 0);
                        given.add(t, first, from, to);
                    }
                });
    }

    /// Back through [#renew]: from the gradient by `h'` at `d[at]` to those by the sums of `z` and
    /// `g`, and to that by `h` as far as `z` lets it through, in the same place.
    private void unrenew(
            float[] gates, int z, float[] states, int s, float[] dz, float[] d, int at) {
        int r = z + units;
        int g = z + 2 * units;
        binary(Binary.SUB, states, s, gates, g, dz, z, units);
        binary(Binary.MUL, dz, z, d, at, dz, z, units);
        Slope.part(Unary.SIGMOID, gates, z, dz, z, dz, z, units);
        binary(Binary.MUL, d, at, gates, z, dz, r, units); // the gradient of r comes here later
        binary(Binary.SUB, d, at, dz, r, dz, g, units);
        Slope.part(Unary.TANH, gates, g, dz, g, dz, g, units);
        System.arraycopy(dz, r, d, at, units);
    }

    /// Back through [#look]: from the gradient by `q` to that by the sum of `r`, and more of that
    /// by `h`.
    private void unlook(
            float[] gates,
            int z,
            float[] states,
            int s,
            float[] bySeen,
            float[] dz,
            float[] d,
            int at) {
        int r = z + units;
        binary(Binary.MUL, bySeen, at, states, s, dz, r, units);
        Slope.part(Unary.SIGMOID, gates, r, dz, r, dz, r, units);
        binary(Binary.MUL, bySeen, at, gates, r, bySeen, at, units);
        binary(Binary.ADD, d, at, bySeen, at, d, at, units);
    }
}
