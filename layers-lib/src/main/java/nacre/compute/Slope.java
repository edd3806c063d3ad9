package nacre.compute;

/// The way back through a function whose slope can be told from its result, in one pass.
///
/// The plain twin is [#plain]; the same with `g.mul(…)` for each step of the formula would go
/// through memory three times.
public final class Slope {
    private Slope() {}

    /// Whether the slope of `f` can be told from its result.
    public static boolean isKnown(Unary f) {
        return f == Unary.RELU || f == Unary.SIGMOID || f == Unary.TANH;
    }

    /// `dx = g · f'(x)`, from the result `y = f(x)` and its gradient `g`; `dx` may be `g`.
    public static void apply(Unary f, float[] y, float[] g, float[] dx, int n) {
        Threads.forEach(
                n, Elementwise.GRAIN, (from, to) -> part(f, y, from, g, from, dx, from, to - from));
    }

    /// The same on the calling thread alone, with arrays that begin anywhere.
    static void part(Unary f, float[] y, int yo, float[] g, int go, float[] dx, int xo, int n) {
        int whole = Warmup.loopsReady() ? VectorSlope.run(f, y, yo, g, go, dx, xo, n) : 0;
        if (f == Unary.RELU) {
            relu(y, yo, g, go, dx, xo, whole, n);
        } else {
            for (int i = whole; i < n; i++) {
                dx[xo + i] = plain(f, y[yo + i], g[go + i]);
            }
        }
    }

    /// Without a branch: the processor cannot guess which numbers were positive, and the choice
    /// between two integers needs none.
    private static void relu(
            float[] y, int yo, float[] g, int go, float[] dx, int xo, int from, int to) {
        for (int i = from; i < to; i++) {
            int bits = Float.floatToRawIntBits(g[go + i]);
            dx[xo + i] = Float.intBitsToFloat(y[yo + i] > 0 ? bits : 0);
        }
    }

    /// The same for one number.
    static float plain(Unary f, float y, float g) {
        return switch (f) {
            case RELU -> y > 0 ? g : 0;
            case SIGMOID -> g * (y - y * y);
            case TANH -> g * (1 - y * y);
            default ->
                    throw new IllegalArgumentException("The slope of " + f + " needs its input.");
        };
    }
}
