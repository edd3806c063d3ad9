package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import nacre.compute.Scratch.Use;

/// The loops of [Elementwise] over vectors. What is left at the end and does not fill one is copied
/// to where it does.
final class VectorElementwise {
    private static final int L = Lanes.COUNT;

    private VectorElementwise() {}

    static void unary(Unary f, float[] x, int xo, float[] out, int oo, int n) {
        int whole = n - n % L;
        VectorUnary.run(f, x, xo, out, oo, whole);
        if (whole < n) {
            float[] end = Scratch.floats(Use.END, 3 * L);
            System.arraycopy(x, xo + whole, end, 0, n - whole);
            VectorUnary.run(f, end, 0, end, 0, L);
            System.arraycopy(end, 0, out, oo + whole, n - whole);
        }
    }

    static void binary(Binary f, float[] a, int ao, float[] b, int bo, float[] out, int oo, int n) {
        run(f, a, ao, L, b, bo, L, out, oo, n);
    }

    static void scalar(Binary f, float[] a, int ao, float b, float[] out, int oo, int n) {
        float[] one = Scratch.floats(Use.ONE, L);
        broadcast(S, b).intoArray(one, 0);
        run(f, a, ao, L, one, 0, 0, out, oo, n);
    }

    static void scalarLeft(Binary f, float a, float[] b, int bo, float[] out, int oo, int n) {
        float[] one = Scratch.floats(Use.ONE, L);
        broadcast(S, a).intoArray(one, 0);
        run(f, one, 0, 0, b, bo, L, out, oo, n);
    }

    static void fma(float[] x, int xo, float s, float[] y, int yo, int n) {
        FloatVector scale = broadcast(S, s);
        int i = 0;
        for (; i <= n - L; i += L) {
            fromArray(S, x, xo + i).fma(scale, fromArray(S, y, yo + i)).intoArray(y, yo + i);
        }
        for (; i < n; i++) {
            y[yo + i] = Math.fma(s, x[xo + i], y[yo + i]);
        }
    }

    private static void run(
            Binary f,
            float[] a,
            int ao,
            int as,
            float[] b,
            int bo,
            int bs,
            float[] out,
            int oo,
            int n) {
        int whole = n - n % L;
        VectorBinary.run(f, a, ao, as, b, bo, bs, out, oo, whole);
        if (whole < n) {
            float[] end = Scratch.floats(Use.END, 3 * L);
            System.arraycopy(a, as == 0 ? ao : ao + whole, end, 0, as == 0 ? L : n - whole);
            System.arraycopy(b, bs == 0 ? bo : bo + whole, end, L, bs == 0 ? L : n - whole);
            VectorBinary.run(f, end, 0, L, end, L, L, end, 2 * L, L);
            System.arraycopy(end, 2 * L, out, oo + whole, n - whole);
        }
    }
}
