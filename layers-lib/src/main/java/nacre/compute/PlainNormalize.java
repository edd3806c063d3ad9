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
    public void spread(
            float[] x, int at, int rows, int n, float[] mean, int mo, float[] square, int to) {
        spread(x, at, rows, n, 0, mean, mo, square, to);
    }

    /// Of each row the channels from `first` on, here and below.
    static void spread(
            float[] x,
            int at,
            int rows,
            int n,
            int first,
            float[] mean,
            int mo,
            float[] square,
            int to) {
        for (int c = first; c < n; c++) {
            float sum = 0;
            for (int r = 0; r < rows; r++) {
                sum += x[at + r * n + c];
            }
            float middle = sum / rows;
            mean[mo + c] = middle;
            for (int r = 0; r < rows; r++) {
                float d = x[at + r * n + c] - middle;
                square[to + c] = MultiplyAdd.of(d, d, square[to + c]);
            }
        }
    }

    @Override
    public void sums(float[] x, int at, int rows, int n, float[] sum, int to) {
        sums(x, at, rows, n, 0, sum, to);
    }

    static void sums(float[] x, int at, int rows, int n, int first, float[] sum, int to) {
        for (int r = 0; r < rows; r++) {
            for (int c = first; c < n; c++) {
                sum[to + c] += x[at + r * n + c];
            }
        }
    }

    @Override
    public void squares(float[] x, int at, int rows, int n, float[] t, float[] sum, int to) {
        squares(x, at, rows, n, 0, t, sum, to);
    }

    static void squares(
            float[] x, int at, int rows, int n, int first, float[] t, float[] sum, int to) {
        for (int r = 0; r < rows; r++) {
            for (int c = first; c < n; c++) {
                float d = x[at + r * n + c] - t[c];
                sum[to + c] += d * d;
            }
        }
    }

    @Override
    public void apply(float[] x, int at, int rows, int n, float[] t, float[] y) {
        apply(x, at, rows, n, 0, t, y);
    }

    static void apply(float[] x, int at, int rows, int n, int first, float[] t, float[] y) {
        for (int r = 0; r < rows; r++) {
            for (int c = first; c < n; c++) {
                int i = at + r * n + c;
                y[i] = MultiplyAdd.of(x[i] - t[c], t[n + c], t[2 * n + c]);
            }
        }
    }

    @Override
    public void slopes(
            float[] x, float[] g, int at, int rows, int n, float[] t, float[] sum, int to) {
        slopes(x, g, at, rows, n, 0, t, sum, to);
    }

    static void slopes(
            float[] x,
            float[] g,
            int at,
            int rows,
            int n,
            int first,
            float[] t,
            float[] sum,
            int to) {
        for (int r = 0; r < rows; r++) {
            for (int c = first; c < n; c++) {
                int i = at + r * n + c;
                sum[to + c] += g[i] * (x[i] - t[c]);
                sum[to + n + c] += g[i];
            }
        }
    }

    @Override
    public void back(float[] x, float[] g, int at, int rows, int n, float[] t, float[] dx) {
        back(x, g, at, rows, n, 0, t, dx);
    }

    static void back(
            float[] x, float[] g, int at, int rows, int n, int first, float[] t, float[] dx) {
        for (int r = 0; r < rows; r++) {
            for (int c = first; c < n; c++) {
                int i = at + r * n + c;
                float centred = MultiplyAdd.of(x[i] - t[c], t[2 * n + c], t[3 * n + c]);
                dx[i] = MultiplyAdd.of(g[i], t[n + c], centred);
            }
        }
    }
}
