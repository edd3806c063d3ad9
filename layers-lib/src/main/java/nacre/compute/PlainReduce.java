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

    static int argMax(float[] x, int xo, int n, int step) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            if (x[xo + i * step] > x[xo + best * step]) {
                best = i;
            }
        }
        return best;
    }

    static int argMin(float[] x, int xo, int n, int step) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            if (x[xo + i * step] < x[xo + best * step]) {
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
