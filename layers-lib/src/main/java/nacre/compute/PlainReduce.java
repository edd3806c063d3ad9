package nacre.compute;

import java.util.Arrays;

/// The loops of [Reduce] over one column: `n` elements from `xo` on, `step` apart.
final class PlainReduce {
    /// So many rows are summed by themselves first.
    static final int BLOCK = 256;

    private PlainReduce() {}

    static float apply(Reduction f, float[] x, int xo, int n, int step) {
        double sum = f.empty();
        for (int i = 0; i < n; i++) {
            sum = f.plain(sum, x[xo + i * step]);
        }
        return (float) sum;
    }

    /// The sum of `n` neighbours, added in the order of the vectors, so that both give the same
    /// bits: four vectors side by side, what is left over into the first of them.
    static double sum(float[] x, int xo, int n) {
        int lanes = Vectors.LANES;
        float[] sums = new float[4 * lanes];
        double total = 0;
        for (int i = 0; i < n; ) {
            int end = Math.min(n, i + BLOCK * lanes);
            Arrays.fill(sums, 0);
            for (; i + 4 * lanes <= end; i += 4 * lanes) {
                add(x, xo + i, sums, 0, 4 * lanes);
            }
            for (; i < end; i += lanes) {
                add(x, xo + i, sums, 0, Math.min(lanes, end - i));
            }
            add(sums, lanes, sums, 0, lanes);
            add(sums, 3 * lanes, sums, 2 * lanes, lanes);
            add(sums, 2 * lanes, sums, 0, lanes);
            for (int half = lanes / 2; half > 0; half /= 2) {
                add(sums, half, sums, 0, half);
            }
            total += sums[0];
        }
        return total;
    }

    /// The sums of columns, added in the order of the vectors, so that both give the same bits.
    static void sumRows(float[] x, int xo, int rows, int columns, float[] out, int oo) {
        float[] sums = new float[columns];
        Arrays.fill(out, oo, oo + columns, 0);
        for (int from = 0; from < rows; from += BLOCK) {
            Arrays.fill(sums, 0);
            for (int r = from; r < Math.min(rows, from + BLOCK); r++) {
                add(x, xo + r * columns, sums, 0, columns);
            }
            add(sums, 0, out, oo, columns);
        }
    }

    private static void add(float[] x, int xo, float[] sums, int so, int n) {
        for (int j = 0; j < n; j++) {
            sums[so + j] += x[xo + j];
        }
    }

    /// The first place of the largest, or of not-a-number, which is what [Reduction#MAX] gives
    /// then.
    static int argMax(float[] x, int xo, int n, int step) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            if (Float.isNaN(x[xo + best * step])) {
                return best;
            }
            if (!(x[xo + i * step] <= x[xo + best * step])) {
                best = i;
            }
        }
        return best;
    }

    static int argMin(float[] x, int xo, int n, int step) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            if (Float.isNaN(x[xo + best * step])) {
                return best;
            }
            if (!(x[xo + i * step] >= x[xo + best * step])) {
                best = i;
            }
        }
        return best;
    }

    static void cumsum(float[] x, int xo, int n, int step, float[] out) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[xo + i * step];
            out[xo + i * step] = (float) sum;
        }
    }
}
