package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;

/// The loops of [Unary] over whole vectors; `n` is a multiple of their length.
///
/// Each function has a loop of its own, however alike they are: the compiler turns a loop into
/// vector instructions only if it sees the one function in it.
final class VectorUnary {
    private static final int L = Lanes.COUNT;

    private VectorUnary() {}

    /// Functions that are rarely hot have no loop here; they are done one by one.
    static void run(Unary f, float[] x, int xo, float[] out, int oo, int n) {
        switch (f) {
            case EXP -> VectorExp.exp(x, xo, 0f, out, oo, n);
            case EXPM1 -> VectorExp.expm1(x, xo, out, oo, n);
            case LOG -> log(x, xo, out, oo, n);
            case LOG1P -> log1p(x, xo, out, oo, n);
            case RSQRT -> rsqrt(x, xo, out, oo, n);
            case TANH -> VectorExp.tanh(x, xo, out, oo, n);
            case SIGMOID -> VectorExp.sigmoid(x, xo, out, oo, n);
            case SOFTPLUS -> softplus(x, xo, out, oo, n);
            case ERF -> erf(x, xo, out, oo, n);
            case NEG, ABS, SQRT, SQUARE, RECIPROCAL, RELU -> ExactUnary.run(f, x, xo, out, oo, n);
            case SIGN,
                    SIN,
                    COS,
                    TAN,
                    ASIN,
                    ACOS,
                    ATAN,
                    SINH,
                    COSH,
                    ASINH,
                    ACOSH,
                    ATANH,
                    FLOOR,
                    CEIL,
                    ROUND,
                    NOT,
                    NOT_ZERO,
                    IS_NAN,
                    IS_FINITE ->
                    PlainElementwise.unary(f, x, xo, out, oo, n);
        }
    }

    private static void log(float[] a, int ao, float[] out, int oo, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector x = fromArray(S, a, ao + i);
            VectorLog.log(x).intoArray(out, oo + i);
        }
    }

    private static void log1p(float[] a, int ao, float[] out, int oo, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector x = fromArray(S, a, ao + i);
            VectorLog.log1p(x).intoArray(out, oo + i);
        }
    }

    private static void rsqrt(float[] a, int ao, float[] out, int oo, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector x = fromArray(S, a, ao + i);
            broadcast(S, 1f).div(x.sqrt()).intoArray(out, oo + i);
        }
    }

    private static void softplus(float[] a, int ao, float[] out, int oo, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector x = fromArray(S, a, ao + i);
            VectorLog.softplus(x).intoArray(out, oo + i);
        }
    }

    private static void erf(float[] a, int ao, float[] out, int oo, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector x = fromArray(S, a, ao + i);
            VectorErf.erf(x).intoArray(out, oo + i);
        }
    }
}
