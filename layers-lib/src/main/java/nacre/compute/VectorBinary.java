package nacre.compute;

import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The loops of [Binary] over whole vectors; `n` is a multiple of their length.
///
/// A single number on one side is a vector full of it, read again and again: its step is 0, that of
/// an array is the length of a vector. Each function has a loop of its own; see [VectorUnary].
final class VectorBinary {
    private static final int L = Lanes.COUNT;

    private VectorBinary() {}

    /// Functions that are not [Binary#isSimple] have no loop here.
    static void run(
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
        switch (f) {
            case ADD -> add(a, ao, as, b, bo, bs, out, oo, n);
            case SUB -> subtract(a, ao, as, b, bo, bs, out, oo, n);
            case MUL -> multiply(a, ao, as, b, bo, bs, out, oo, n);
            case DIV -> divide(a, ao, as, b, bo, bs, out, oo, n);
            case MAX -> max(a, ao, as, b, bo, bs, out, oo, n);
            case MIN -> min(a, ao, as, b, bo, bs, out, oo, n);
            case EQUAL -> equal(a, ao, as, b, bo, bs, out, oo, n);
            case NOT_EQUAL -> notEqual(a, ao, as, b, bo, bs, out, oo, n);
            case GREATER -> greater(a, ao, as, b, bo, bs, out, oo, n);
            case GREATER_EQUAL -> greaterEqual(a, ao, as, b, bo, bs, out, oo, n);
            case LESS -> less(a, ao, as, b, bo, bs, out, oo, n);
            case LESS_EQUAL -> lessEqual(a, ao, as, b, bo, bs, out, oo, n);
            case POW, MOD, ATAN2 -> throw new IllegalArgumentException(f + " has no vector loop");
        }
    }

    private static FloatVector truth(VectorMask<Float> mask) {
        return FloatVector.zero(S).blend(1f, mask);
    }

    private static void add(
            float[] x, int xo, int xs, float[] y, int yo, int ys, float[] out, int oo, int n) {
        for (int i = 0, p = xo, q = yo; i < n; i += L, p += xs, q += ys) {
            FloatVector a = fromArray(S, x, p);
            FloatVector b = fromArray(S, y, q);
            a.add(b).intoArray(out, oo + i);
        }
    }

    private static void subtract(
            float[] x, int xo, int xs, float[] y, int yo, int ys, float[] out, int oo, int n) {
        for (int i = 0, p = xo, q = yo; i < n; i += L, p += xs, q += ys) {
            FloatVector a = fromArray(S, x, p);
            FloatVector b = fromArray(S, y, q);
            a.sub(b).intoArray(out, oo + i);
        }
    }

    private static void multiply(
            float[] x, int xo, int xs, float[] y, int yo, int ys, float[] out, int oo, int n) {
        for (int i = 0, p = xo, q = yo; i < n; i += L, p += xs, q += ys) {
            FloatVector a = fromArray(S, x, p);
            FloatVector b = fromArray(S, y, q);
            a.mul(b).intoArray(out, oo + i);
        }
    }

    private static void divide(
            float[] x, int xo, int xs, float[] y, int yo, int ys, float[] out, int oo, int n) {
        for (int i = 0, p = xo, q = yo; i < n; i += L, p += xs, q += ys) {
            FloatVector a = fromArray(S, x, p);
            FloatVector b = fromArray(S, y, q);
            a.div(b).intoArray(out, oo + i);
        }
    }

    private static void max(
            float[] x, int xo, int xs, float[] y, int yo, int ys, float[] out, int oo, int n) {
        for (int i = 0, p = xo, q = yo; i < n; i += L, p += xs, q += ys) {
            FloatVector a = fromArray(S, x, p);
            FloatVector b = fromArray(S, y, q);
            a.max(b).intoArray(out, oo + i);
        }
    }

    private static void min(
            float[] x, int xo, int xs, float[] y, int yo, int ys, float[] out, int oo, int n) {
        for (int i = 0, p = xo, q = yo; i < n; i += L, p += xs, q += ys) {
            FloatVector a = fromArray(S, x, p);
            FloatVector b = fromArray(S, y, q);
            a.min(b).intoArray(out, oo + i);
        }
    }

    private static void equal(
            float[] x, int xo, int xs, float[] y, int yo, int ys, float[] out, int oo, int n) {
        for (int i = 0, p = xo, q = yo; i < n; i += L, p += xs, q += ys) {
            FloatVector a = fromArray(S, x, p);
            FloatVector b = fromArray(S, y, q);
            truth(a.compare(VectorOperators.EQ, b)).intoArray(out, oo + i);
        }
    }

    private static void notEqual(
            float[] x, int xo, int xs, float[] y, int yo, int ys, float[] out, int oo, int n) {
        for (int i = 0, p = xo, q = yo; i < n; i += L, p += xs, q += ys) {
            FloatVector a = fromArray(S, x, p);
            FloatVector b = fromArray(S, y, q);
            truth(a.compare(VectorOperators.NE, b)).intoArray(out, oo + i);
        }
    }

    private static void greater(
            float[] x, int xo, int xs, float[] y, int yo, int ys, float[] out, int oo, int n) {
        for (int i = 0, p = xo, q = yo; i < n; i += L, p += xs, q += ys) {
            FloatVector a = fromArray(S, x, p);
            FloatVector b = fromArray(S, y, q);
            truth(a.compare(VectorOperators.GT, b)).intoArray(out, oo + i);
        }
    }

    private static void greaterEqual(
            float[] x, int xo, int xs, float[] y, int yo, int ys, float[] out, int oo, int n) {
        for (int i = 0, p = xo, q = yo; i < n; i += L, p += xs, q += ys) {
            FloatVector a = fromArray(S, x, p);
            FloatVector b = fromArray(S, y, q);
            truth(a.compare(VectorOperators.GE, b)).intoArray(out, oo + i);
        }
    }

    private static void less(
            float[] x, int xo, int xs, float[] y, int yo, int ys, float[] out, int oo, int n) {
        for (int i = 0, p = xo, q = yo; i < n; i += L, p += xs, q += ys) {
            FloatVector a = fromArray(S, x, p);
            FloatVector b = fromArray(S, y, q);
            truth(a.compare(VectorOperators.LT, b)).intoArray(out, oo + i);
        }
    }

    private static void lessEqual(
            float[] x, int xo, int xs, float[] y, int yo, int ys, float[] out, int oo, int n) {
        for (int i = 0, p = xo, q = yo; i < n; i += L, p += xs, q += ys) {
            FloatVector a = fromArray(S, x, p);
            FloatVector b = fromArray(S, y, q);
            truth(a.compare(VectorOperators.LE, b)).intoArray(out, oo + i);
        }
    }
}
