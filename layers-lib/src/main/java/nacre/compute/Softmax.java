package nacre.compute;

/// Turns each row of scores into probabilities: `yⱼ = e^xⱼ / Σ e^x`, and the gradients of that.
public final class Softmax {
    private static final int GRAIN = 4_096;

    /// Shorter rows, such as the scores of ten classes, fill no vector each: [ShortSoftmax] takes
    /// the powers of many together, and the rest is plain, which is quick from the first step on.
    private static final int FEWEST = 16;

    private Softmax() {}

    /// `out = softmax(x)`, row by row; `out` may be `x`.
    public static void forward(float[] x, int rows, int n, float[] out) {
        Threads.forEach(rows, grain(n), (from, to) -> rows(x, from * n, to - from, n, out));
    }

    /// The same for rows from `x[at]` on, on the calling thread alone.
    static void rows(float[] x, int at, int rows, int n, float[] out) {
        if (n < FEWEST) {
            ShortSoftmax.forward(x, at, rows, n, out);
            return;
        }
        for (int o = at; o < at + rows * n; o += n) {
            if (Vectors.ON) {
                VectorSoftmax.forward(x, o, n, out, o);
            } else {
                PlainSoftmax.forward(x, o, n, out, o);
            }
        }
    }

    /// `out = log(softmax(x))`, row by row; `out` may be `x`.
    public static void logForward(float[] x, int rows, int n, float[] out) {
        each(
                rows,
                n,
                r -> {
                    if (isLong(n)) {
                        VectorSoftmax.logForward(x, r * n, n, out, r * n);
                    } else {
                        PlainSoftmax.logForward(x, r * n, n, out, r * n);
                    }
                });
    }

    /// The gradient by x, from the result `y` and its gradient `g`: `dx = y · (g − Σ g·y)`.
    public static void gradient(float[] y, float[] g, int rows, int n, float[] dx) {
        Threads.forEach(
                rows,
                grain(n),
                (from, to) -> rowsGradient(y, from * n, g, from * n, to - from, n, dx, from * n));
    }

    /// The same for rows that begin anywhere, on the calling thread alone; `dx` may be `g`.
    static void rowsGradient(
            float[] y, int yo, float[] g, int go, int rows, int n, float[] dx, int xo) {
        for (int r = 0; r < rows * n; r += n) {
            if (isLong(n)) {
                VectorSoftmax.gradient(y, yo + r, g, go + r, n, dx, xo + r);
            } else {
                PlainSoftmax.gradient(y, yo + r, g, go + r, n, dx, xo + r);
            }
        }
    }

    /// The gradient by x of [#logForward], from its result `y` and gradient `g`: `dx = g − e^y · Σ
    /// g`.
    public static void logGradient(float[] y, float[] g, int rows, int n, float[] dx) {
        each(
                rows,
                n,
                r -> {
                    if (isLong(n)) {
                        VectorSoftmax.logGradient(y, g, r * n, n, dx);
                    } else {
                        PlainSoftmax.logGradient(y, g, r * n, n, dx);
                    }
                });
    }

    private static boolean isLong(int n) {
        return Vectors.ON && n >= FEWEST;
    }

    private static int grain(int n) {
        return Math.max(1, GRAIN / Math.max(1, n));
    }

    private interface Row {
        void run(int row);
    }

    private static void each(int rows, int n, Row body) {
        Threads.forEach(
                rows,
                grain(n),
                (from, to) -> {
                    for (int r = from; r < to; r++) {
                        body.run(r);
                    }
                });
    }
}
