package nacre.compute;

import org.jspecify.annotations.Nullable;

/// All steps of an LSTM, forwards and back.
///
/// States lie side by side, `[h c]`: entry `t` of a sample is what step `t` starts from, so there
/// is one entry more than there are steps. One step makes four gates `[i f g o]` and new states:
///
/// `z = x · kernel + bias + h · recurrent`, `i f o = σ(z)`, `g = tanh(z)`, `c' = f · c + i · g`,
/// `h' = o · tanh(c')`
///
/// Why it is fast: samples do not know of each other, so each thread takes a few of them through
/// all steps without waiting for anybody; their gates stay in its nearest cache, the kernels in the
/// next one. The plain twin is one step after the other, as `nacre.layers.recurrent.LSTMCell` says
/// it.
///
/// @param batch how many samples
/// @param steps how many steps
/// @param features how many numbers in `x` of one step
/// @param units how many numbers in `h`, and in `c`
public record Lstm(int batch, int steps, int features, int units) {

    /// How long the gates of all steps are together.
    public int gatesSize() {
        return steps * batch * 4 * units;
    }

    /// Where the states before a sample's step begin.
    private int states(int sample, int step) {
        return (sample * (steps + 1) + step) * 2 * units;
    }

    /// Goes through all steps.
    ///
    /// @param x `batch × steps × features`
    /// @param kernel `features × 4 · units`
    /// @param recurrent `units × 4 · units`
    /// @param bias may be null
    /// @param states the first entry of each sample must be there; the others are filled in
    /// @param gates where the gates go, `steps × batch × 4 · units`; if it has only room for one
    ///   step, they are not kept
    public void forward(
            float[] x,
            float[] kernel,
            float[] recurrent,
            float @Nullable [] bias,
            float[] states,
            float[] gates) {
        int wide = 4 * units;
        int step = gates.length > batch * wide ? batch * wide : 0;
        Matrix k = new Matrix(kernel, 0, wide, 1);
        Matrix r = new Matrix(recurrent, 0, wide, 1);
        var inputs = new StepInput(x, steps * features, features);
        var before = new StepInput(states, states(1, 0), units);
        var sums =
                new StepKernels(
                                batch,
                                StepKernels.size(features, wide) + StepKernels.size(units, wide))
                        .product(inputs, k, before, r, wide, gates, wide);
        Epilogue withBias = new Epilogue(false, bias, null);
        Threads.forEach(
                batch,
                StepProduct.together(batch),
                (from, to) -> {
                    for (int t = 0; t < steps; t++) {
                        Interrupted.check();
                        sums.run(withBias, 0, t * features, states(0, t), from, to, t * step);
                        for (int n = from; n < to; n++) {
                            step(gates, t * step + n * wide, states, states(n, t));
                        }
                    }
                });
    }

    private void step(float[] gates, int z, float[] states, int s) {
        int whole = Vectors.ON ? VectorLstm.step(gates, z, states, s, units) : 0;
        PlainLstm.step(gates, z, states, s, units, whole);
    }

    /// Goes back through all steps, to the gates; what that means for `x` and the kernels is a
    /// product each.
    ///
    /// @param gates as [#forward] has left them, all of them
    /// @param recurrent `units × 4 · units`
    /// @param states as [#forward] has left them
    /// @param g the gradient by all states, or by the last ones alone; see [StateGradients]
    /// @param dz the gradient by `z`, `batch × steps × 4 · units`, to be filled in
    /// @param first the gradient by the first states `[h c]` of each sample, to be filled in
    public void backward(
            float[] gates,
            float[] recurrent,
            float[] states,
            float[] g,
            float[] dz,
            float[] first) {
        int deep = 4 * units;
        new BackThroughTime(batch, steps, units, deep, 2 * units)
                .run(
                        recurrent,
                        (n, t, to, at) -> {
                            int z = (t * batch + n) * deep;
                            back(gates, z, states, states(n, t), dz, to, first, at);
                        },
                        dz,
                        Epilogue.REPLACE,
                        g,
                        first);
    }

    /// One step of one sample: `d` holds the gradient by the states after it; afterwards its half
    /// for `c` is the one by the memory before.
    private void back(
            float[] gates, int z, float[] states, int s, float[] dz, int to, float[] d, int at) {
        int whole = Vectors.ON ? VectorLstm.back(gates, z, states, s, dz, to, d, at, units) : 0;
        PlainLstm.back(gates, z, states, s, dz, to, d, at, units, whole);
    }
}
