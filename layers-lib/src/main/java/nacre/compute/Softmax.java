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
        if (n < FEWEST) {
            Threads.forEach(
                    rows,
                    grain(n),
                    (from, to) -> ShortSoftmax.forward(x, from * n, to - from, n, out));
            return;
        }
        each(
                rows,
                n,
                r -> {
                    if (Vectors.ON) {
                        VectorSoftmax.forward(x, r * n, n, out, r * n);
                    } else {
                        PlainSoftmax.forward(x, r * n, n, out, r * n);
                    }
                });
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
        each(
                rows,
                n,
                r -> {
                    if (isLong(n)) {
                        VectorSoftmax.gradient(y, g, r * n, n, dx);
                    } else {
                        PlainSoftmax.gradient(y, g, r * n, n, dx);
                    }
                });
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
