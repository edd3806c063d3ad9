package nacre.compute;

/// The loops of [Reduce] over one column: `n` elements from `xo` on, `step` apart.
final class PlainReduce {
    private PlainReduce() {}

    static float apply(Reduction f, float[] x, int xo, int n, int step) {
        double sum = f.empty();
        for (int i = 0; i < n; i++) {
            sum = f.plain(sum, x[xo + i * step]);
        }
        return (float) sum;
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
