package nacre.compute;

/// [Softmax] for rows that do not fill a vector, such as the scores of ten classes.
///
/// Why it is fast: the powers of all rows are one long loop, which fills vectors as no row does.
/// Until that loop is compiled a plain one with the same bits stands in.
final class ShortSoftmax {
    private ShortSoftmax() {}

    /// Many rows, from `x[at]` on; `out` may be `x`.
    static void forward(float[] x, int at, int rows, int n, float[] out) {
        int end = at + rows * n;
        for (int r = at; r < end; r += n) {
            float largest = PlainSoftmax.largest(x, r, n);
            for (int j = r; j < r + n; j++) {
                out[j] = x[j] - largest;
            }
        }
        powers(out, at, end);
        for (int r = at; r < end; r += n) {
            float sum = 0;
            for (int j = r; j < r + n; j++) {
                sum += out[j];
            }
            float scale = 1 / sum;
            for (int j = r; j < r + n; j++) {
                out[j] *= scale;
            }
        }
    }

    private static void powers(float[] x, int from, int to) {
        int i = from;
        if (Warmup.loopsReady()) {
            int whole = (to - from) / Vectors.LANES * Vectors.LANES;
            VectorExp.exp(x, from, 0, x, from, whole);
            i += whole;
        }
        for (; i < to; i++) {
            x[i] = PlainExp.of(x[i]);
        }
    }
}
