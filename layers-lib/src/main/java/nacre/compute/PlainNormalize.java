package nacre.compute;

/// The loops of [Normalize], one number at a time.
final class PlainNormalize implements NormalizeLoops {
    @Override
    public double sum(float[] t, int at, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += t[at + i];
        }
        return sum;
    }

    @Override
    public double dot(float[] t, int a, int b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (double) t[a + i] * t[b + i];
        }
        return sum;
    }

    @Override
    public void sums(float[] x, int at, int rows, int n, float[] sum, int to) {
        for (int i = 0; i < rows * n; i++) {
            sum[to + i % n] += x[at + i];
        }
    }

    @Override
    public void squares(float[] x, int at, int rows, int n, float[] t, float[] sum, int to) {
        for (int i = 0; i < rows * n; i++) {
            float d = x[at + i] - t[i % n];
            sum[to + i % n] += d * d;
        }
    }

    @Override
    public void apply(float[] x, int at, int rows, int n, float[] t, float[] y) {
        for (int i = 0; i < rows * n; i++) {
            int c = i % n;
            y[at + i] = MultiplyAdd.of(x[at + i] - t[c], t[n + c], t[2 * n + c]);
        }
    }

    @Override
    public void slopes(
            float[] x, float[] g, int at, int rows, int n, float[] t, float[] sum, int to) {
        for (int i = 0; i < rows * n; i++) {
            int c = i % n;
            sum[to + c] += g[at + i] * (x[at + i] - t[c]);
            sum[to + n + c] += g[at + i];
        }
    }

    @Override
    public void back(float[] x, float[] g, int at, int rows, int n, float[] t, float[] dx) {
        for (int i = 0; i < rows * n; i++) {
            int c = i % n;
            float centred = MultiplyAdd.of(x[at + i] - t[c], t[2 * n + c], t[3 * n + c]);
            dx[at + i] = MultiplyAdd.of(g[at + i], t[n + c], centred);
        }
    }
}
