package nacre.compute;

/// What the steps of a sequence multiply with a kernel: a few numbers of each sample.
///
/// @param a where they are
/// @param sample how far apart the numbers of neighbouring samples begin
/// @param terms how many each sample has: the rows of the kernel
record StepInput(float[] a, int sample, int terms) {

    /// Those of the samples from `from` on, as rows of a matrix.
    ///
    /// @param at where those of the first sample begin
    Matrix rows(int at, int from) {
        return new Matrix(a, at + from * sample, sample, 1);
    }

    /// How many terms there are with those that fill up the last four, as packed tiles take them.
    int wholeFours() {
        return Math.ceilDiv(terms, VectorPack.TOGETHER) * VectorPack.TOGETHER;
    }
}
