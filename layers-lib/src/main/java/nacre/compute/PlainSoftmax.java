package nacre.compute;

/// The loops of [Softmax] over one row. The largest score is subtracted first, so that no power
/// overflows.
final class PlainSoftmax {
    private PlainSoftmax() {}

    static void forward(float[] x, int xo, int n, float[] out, int oo) {
        float largest = largest(x, xo, n);
        double sum = 0;
        for (int j = 0; j < n; j++) {
            float power = (float) Math.exp(x[xo + j] - largest);
            out[oo + j] = power;
            sum += power;
        }
        float scale = (float) (1 / sum);
        for (int j = 0; j < n; j++) {
            out[oo + j] *= scale;
        }
    }

    static void logForward(float[] x, int xo, int n, float[] out, int oo) {
        float largest = largest(x, xo, n);
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += Math.exp(x[xo + j] - largest);
        }
        float log = (float) Math.log(sum);
        for (int j = 0; j < n; j++) {
            out[oo + j] = x[xo + j] - largest - log;
        }
    }

    static void gradient(float[] y, int yo, float[] g, int go, int n, float[] dx, int xo) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += g[go + j] * y[yo + j];
        }
        for (int j = 0; j < n; j++) {
            dx[xo + j] = y[yo + j] * (g[go + j] - (float) sum);
        }
    }

    static void logGradient(float[] y, float[] g, int o, int n, float[] dx) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += g[o + j];
        }
        for (int j = 0; j < n; j++) {
            dx[o + j] = g[o + j] - (float) (Math.exp(y[o + j]) * sum);
        }
    }

    /// Numbers that are none do not count here: as powers they spread over the row by themselves.
    static float largest(float[] x, int xo, int n) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            largest = x[xo + j] > largest ? x[xo + j] : largest;
        }
        return largest;
    }
}
