package nacre.compute;

import org.jspecify.annotations.Nullable;

/// All steps of a simple recurrent layer, forwards and back: `h' = f(x · kernel + h · recurrent +
/// bias)`.
///
/// The states of a sample follow one another: entry `t` is what step `t` starts from, so there is
/// one entry more than there are steps. It is fast for the same reason as [Lstm]; the plain twin is
/// one step after the other, as `nacre.layers.recurrent.SimpleRNNCell` says it.
///
/// @param batch how many samples
/// @param steps how many steps
/// @param features how many numbers in `x` of one step
/// @param units how many numbers in `h`
/// @param f a function whose slope [Slope] knows
public record SimpleRnn(int batch, int steps, int features, int units, Unary f) {

    /// Where the state before a sample's step begins.
    private int state(int sample, int step) {
        return (sample * (steps + 1) + step) * units;
    }

    /// Goes through all steps.
    ///
    /// @param x `batch × steps × features`
    /// @param kernel `features × units`
    /// @param recurrent `units × units`
    /// @param bias may be null
    /// @param states `batch × (steps + 1) × units`; the first entry of each sample must be there;
    ///   the others are filled in
    public void forward(
            float[] x, float[] kernel, float[] recurrent, float @Nullable [] bias, float[] states) {
        Matrix k = new Matrix(kernel, 0, units, 1);
        Matrix r = new Matrix(recurrent, 0, units, 1);
        int sample = state(1, 0);
        var inputs = new StepInput(x, steps * features, features);
        var before = new StepInput(states, sample, units);
        int room = StepKernels.size(features, units) + StepKernels.size(units, units);
        var sums =
                new StepKernels(batch, room).product(inputs, k, before, r, units, states, sample);
        Epilogue end = new Epilogue(false, bias, f);
        Threads.forEach(
                batch,
                StepProduct.together(batch),
                (from, to) -> {
                    for (int t = 0; t < steps; t++) {
                        Interrupted.check();
                        int next = state(0, t + 1);
                        sums.run(end, 0, t * features, state(0, t), from, to, next);
                    }
                });
    }

    /// Goes back through all steps, to the sums before the function.
    ///
    /// @param recurrent `units × units`
    /// @param states as [#forward] has left them
    /// @param g the gradient by all states, or by the last ones alone; see [StateGradients]
    /// @param dz the gradient by the sums, `batch × steps × units`, to be filled in
    /// @param first the gradient by the first state of each sample, to be filled in
    public void backward(float[] recurrent, float[] states, float[] g, float[] dz, float[] first) {
        new BackThroughTime(batch, steps, units, units, units)
                .run(
                        recurrent,
                        (n, t, to, at) -> {
                            int next = state(n, t + 1);
                            Slope.part(f, states, next, first, at, dz, to, units);
                        },
                        dz,
                        Epilogue.REPLACE,
                        g,
                        first);
    }
}
