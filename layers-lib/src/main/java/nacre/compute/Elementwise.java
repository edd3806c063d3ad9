package nacre.compute;

import java.util.Arrays;

/// Applies a function to every element, or to every pair of elements of two arrays.
public final class Elementwise {
    /// Fewer elements than this are done before another thread would have started.
    static final int GRAIN = 16_384;

    private Elementwise() {}

    /// `out = f(x)`; `out` may be `x`.
    public static void unary(Unary f, float[] x, int xo, float[] out, int oo, int n) {
        Threads.forEach(
                n, GRAIN, (from, to) -> Part.unary(f, x, xo + from, out, oo + from, to - from));
    }

    /// `out = f(a, b)`; `out` may be `a` or `b`.
    public static void binary(
            Binary f, float[] a, int ao, float[] b, int bo, float[] out, int oo, int n) {
        Threads.forEach(
                n,
                GRAIN,
                (from, to) ->
                        Part.binary(f, a, ao + from, b, bo + from, out, oo + from, to - from));
    }

    /// `out = f(a, b)` with one number `b` on the right.
    public static void scalar(Binary f, float[] a, int ao, float b, float[] out, int oo, int n) {
        Threads.forEach(
                n, GRAIN, (from, to) -> Part.scalar(f, a, ao + from, b, out, oo + from, to - from));
    }

    /// `out = f(a, b)` with one number `a` on the left.
    public static void scalarLeft(
            Binary f, float a, float[] b, int bo, float[] out, int oo, int n) {
        Threads.forEach(
                n,
                GRAIN,
                (from, to) -> Part.scalarLeft(f, a, b, bo + from, out, oo + from, to - from));
    }

    /// `out = f(a, b)` over the shape `dims`, row-major. A stride of 0 repeats `a` or `b` along
    /// that axis.
    public static void broadcast(
            Binary f,
            float[] a,
            int[] aStrides,
            float[] b,
            int[] bStrides,
            float[] out,
            int[] dims) {
        Broadcast.of(aStrides, bStrides, dims).apply(f, a, b, out);
    }

    /// `y += s · x`
    public static void fma(float[] x, int xo, float s, float[] y, int yo, int n) {
        Threads.forEach(n, GRAIN, (from, to) -> Part.fma(x, xo + from, s, y, yo + from, to - from));
    }

    /// `out = value`
    public static void fill(float[] out, int oo, int n, float value) {
        Threads.forEach(n, 4 * GRAIN, (from, to) -> Arrays.fill(out, oo + from, oo + to, value));
    }

    /// The same on the calling thread alone, for what is a part of a larger loop.
    static final class Part {
        private Part() {}

        static void unary(Unary f, float[] x, int xo, float[] out, int oo, int n) {
            if (f.isExact()) {
                ExactUnary.run(f, x, xo, out, oo, n);
            } else if (Vectors.ON) {
                VectorElementwise.unary(f, x, xo, out, oo, n);
            } else {
                PlainElementwise.unary(f, x, xo, out, oo, n);
            }
        }

        static void binary(
                Binary f, float[] a, int ao, float[] b, int bo, float[] out, int oo, int n) {
            if (Warmup.loopsReady() && f.isSimple()) {
                VectorElementwise.binary(f, a, ao, b, bo, out, oo, n);
            } else {
                PlainElementwise.binary(f, a, ao, b, bo, out, oo, n);
            }
        }

        static void scalar(Binary f, float[] a, int ao, float b, float[] out, int oo, int n) {
            if (Warmup.loopsReady() && f.isSimple()) {
                VectorElementwise.scalar(f, a, ao, b, out, oo, n);
            } else {
                PlainElementwise.scalar(f, a, ao, b, out, oo, n);
            }
        }

        static void scalarLeft(Binary f, float a, float[] b, int bo, float[] out, int oo, int n) {
            if (Warmup.loopsReady() && f.isSimple()) {
                VectorElementwise.scalarLeft(f, a, b, bo, out, oo, n);
            } else {
                PlainElementwise.scalarLeft(f, a, b, bo, out, oo, n);
            }
        }

        static void fma(float[] x, int xo, float s, float[] y, int yo, int n) {
            if (Warmup.loopsReady()) {
                VectorElementwise.fma(x, xo, s, y, yo, n);
            } else {
                PlainElementwise.fma(x, xo, s, y, yo, n);
            }
        }
    }
}
