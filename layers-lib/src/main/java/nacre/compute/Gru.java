package nacre.compute;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// All steps of a GRU, forwards and back.
///
/// A step makes three gates `[z r g]` and, beside them, `s`, what the state gives to `g`:
///
/// `z r = σ(x · kernel + h · recurrent + both biases)`, `s = h · recurrent + bias₂`, `g = tanh(x ·
/// kernel + bias₁ + r · s)`, `h' = z · h + (1 - z) · g`
///
/// The states of a sample follow one another as in [SimpleRnn]. It is fast for the same reason as
/// [Lstm]; the plain twin is one step after the other, as `nacre.layers.recurrent.GRUCell` says it.
///
/// @param batch how many samples
/// @param steps how many steps
/// @param features how many numbers in `x` of one step
/// @param units how many numbers in `h`
public record Gru(int batch, int steps, int features, int units) {

    /// How long the gates of all steps are together, `s` included.
    public int gatesSize() {
        return steps * batch * 4 * units;
    }

    /// Where the state before a sample's step begins.
    private int state(int sample, int step) {
        return (sample * (steps + 1) + step) * units;
    }

    /// Goes through all steps.
    ///
    /// @param x `batch × steps × features`
    /// @param kernel `features × 3 · units`
    /// @param recurrent `units × 3 · units`
    /// @param bias `2 × 3 · units`: the inputs' and the states'; may be null
    /// @param states `batch × (steps + 1) × units`; the first entry of each sample must be there;
    ///   the others are filled in
    /// @param gates where the gates go, `steps × batch × 4 · units`; if it has only room for one
    ///   step, they are not kept
    public void forward(
            float[] x,
            float[] kernel,
            float[] recurrent,
            float @Nullable [] bias,
            float[] states,
            float[] gates) {
        int two = 2 * units;
        int three = 3 * units;
        int wide = 4 * units;
        int step = gates.length > batch * wide ? batch * wide : 0;
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
        var toGates = kernels.product(inputs, k, before, r, two, gates, wide);
        var fromX = kernels.product(inputs, k.from(0, two), units, gates, wide);
        var toNew = kernels.product(before, r.from(0, two), units, gates, wide);
        Epilogue begin = new Epilogue(false, bias == null ? null : together(bias), null);
        Threads.forEach(
                batch,
                StepProduct.together(batch),
                (from, to) -> {
                    for (int t = 0; t < steps; t++) {
                        Interrupted.check();
                        int c = t * step;
                        toGates.run(begin, 0, t * features, state(0, t), from, to, c);
                        fromX.run(begin, two, t * features, from, to, c + two);
                        toNew.run(begin, three, state(0, t), from, to, c + three);
                        for (int n = from; n < to; n++) {
                            step(gates, c + n * wide, states, state(n, t));
                        }
                    }
                });
    }

    /// The biases of `[z r g s]`: the gates `z` and `r` have one of the inputs and one of the
    /// states.
    private float[] together(float[] bias) {
        float[] sum = Arrays.copyOf(bias, 4 * units);
        for (int u = 0; u < 2 * units; u++) {
            sum[u] += bias[3 * units + u];
        }
        System.arraycopy(bias, 5 * units, sum, 3 * units, units);
        return sum;
    }

    private void step(float[] gates, int z, float[] states, int s) {
        int whole = Vectors.ON ? VectorGru.step(gates, z, states, s, units) : 0;
        PlainGru.step(gates, z, states, s, units, whole);
    }

    /// Goes back through all steps, to the sums before the gates; what that means for `x` and the
    /// kernels is a product each.
    ///
    /// @param gates as [#forward] has left them, all of them
    /// @param recurrent `units × 3 · units`
    /// @param states as [#forward] has left them
    /// @param g the gradient by all states, or by the last ones alone; see [StateGradients]
    /// @param dx the gradient by what the inputs add to `[z r g]`, `batch × steps × 3 · units`, to
    ///   be filled in
    /// @param dh the same for what the states add, to be filled in
    /// @param first the gradient by the first state of each sample, to be filled in
    public void backward(
            float[] gates,
            float[] recurrent,
            float[] states,
            float[] g,
            float[] dx,
            float[] dh,
            float[] first) {
        new BackThroughTime(batch, steps, units, 3 * units, units)
                .run(
                        recurrent,
                        (n, t, to, at) -> {
                            int z = (t * batch + n) * 4 * units;
                            back(gates, z, states, state(n, t), dx, dh, to, first, at);
                        },
                        dh,
                        Epilogue.ADD,
                        g,
                        first);
    }

    /// One step of one sample: `d` holds the gradient by the state after it; afterwards the part of
    /// that by the state before which the gate `z` lets through.
    private void back(
            float[] gates,
            int z,
            float[] states,
            int s,
            float[] dx,
            float[] dh,
            int to,
            float[] d,
            int at) {
        int whole = Vectors.ON ? VectorGru.back(gates, z, states, s, dx, dh, to, d, at, units) : 0;
        PlainGru.back(gates, z, states, s, dx, dh, to, d, at, units, whole);
    }
}
