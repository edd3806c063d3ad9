package nacre.compute;

/// The way back through all steps of a sequence, the last step first, as [Lstm], [Gru] and
/// [SimpleRnn] go it.
///
/// @param batch how many samples
/// @param steps how many steps
/// @param units how many numbers in `h`
/// @param sums how many sums a step makes: the columns of the kernel of the states
/// @param width how many numbers a state has in all
record BackThroughTime(int batch, int steps, int units, int sums, int width) {

    /// One step of one sample.
    interface Step {
        /// From the gradient by the state after the step, which lies at `at`, to that by the sums,
        /// which goes to `to`.
        void back(int sample, int step, int to, int at);
    }

    /// Goes back; between two steps a product takes the gradient by the sums to the state before.
    ///
    /// @param recurrent `units × sums`
    /// @param step one step of one sample
    /// @param dz the gradient by the sums that the states add to, `batch × steps × sums`, which
    ///   `step` fills in
    /// @param end whether the product replaces what `step` leaves at `at`, or adds to it
    /// @param g the gradient by the states; see [StateGradients]
    /// @param first the gradient by the first state of each sample, to be filled in
    void run(float[] recurrent, Step step, float[] dz, Epilogue end, float[] g, float[] first) {
        Matrix back = new Matrix(recurrent, 0, 1, sums);
        var kernels = new StepKernels(batch, StepKernels.size(sums, units));
        var bySums = new StepInput(dz, steps * sums, sums);
        var toH = kernels.product(bySums, back, units, first, width);
        var given = new StateGradients(g, batch, steps, width);
        Threads.forEach(
                batch,
                StepProduct.together(batch),
                (from, to) -> {
                    given.last(first, from, to);
                    for (int t = steps - 1; t >= 0; t--) {
                        Interrupted.check();
                        for (int n = from; n < to; n++) {
                            step.back(n, t, (n * steps + t) * sums, n * width);
                        }
                        toH.run(end, 0, t * sums, from, to, 0);
                        given.add(t, first, from, to);
                    }
                });
    }
}
