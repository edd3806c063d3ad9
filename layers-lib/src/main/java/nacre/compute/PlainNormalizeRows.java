package nacre.compute;

/// The loops of [NormalizeRows], one number at a time.
final class PlainNormalizeRows implements NormalizeRows.Loops {
    @Override
    public double sum(float[] x, int at, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[at + i];
        }
        return sum;
    }

    @Override
    public double squares(float[] x, int at, int n, float mean) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            float d = x[at + i] - mean;
            sum += d * d;
        }
        return sum;
    }

    @Override
    public void apply(float[] x, int at, int n, float mean, float inverse, float[] t, float[] y) {
        for (int i = 0; i < n; i++) {
            y[at + i] = MultiplyAdd.of((x[at + i] - mean) * inverse, t[i], t[n + i]);
        }
    }

    @Override
    public double slopes(float[] g, int at, int n, float[] t) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += g[at + i] * t[i];
        }
        return sum;
    }

    @Override
    public double slopes(float[] x, float[] g, int at, int n, float mean, float[] t) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += g[at + i] * t[i] * (x[at + i] - mean);
        }
        return sum;
    }

    @Override
    public void back(
            float[] x,
            float[] g,
            int at,
            int n,
            float mean,
            float inverse,
            float slope,
            float shift,
            float[] t,
            float[] dx,
            float[] sum,
            int to) {
        for (int i = 0; i < n; i++) {
            float slant = g[at + i];
            float d = x[at + i] - mean;
            dx[at + i] = MultiplyAdd.of(slant * t[i], inverse, MultiplyAdd.of(d, slope, shift));
            sum[to + i] = MultiplyAdd.of(slant * inverse, d, sum[to + i]);
            sum[to + n + i] += slant;
        }
    }
}
