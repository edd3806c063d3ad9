package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// The exponential of a whole vector, and the functions made from it; right to 1 or 2 units in the
/// last place.
///
/// `e^x = 2ⁿ · e^r` with n whole and r between ±½·ln 2, where a short polynomial is enough. It is
/// the closest one of its length to `(e^r − 1 − r) / r²`.
final class VectorExp {
    private static final float LOG2_E = 1.442695f;

    /// ln 2 in two parts: the first has few digits, so that its product with n is exact.
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.1219444e-4f;

    /// Adding this leaves a float no room for a fraction: it rounds, and the low bits are the whole
    /// number.
    private static final float ROUNDER = 12_582_912f;

    private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);

    private static final float LARGEST = 88.72284f;
    private static final float SMALLEST = -103.97208f;

    private VectorExp() {}

    static FloatVector exp(FloatVector x) {
        FloatVector rounded = x.fma(broadcast(S, LOG2_E), broadcast(S, ROUNDER));
        FloatVector y = rest(remainder(x, rounded)).add(1f);
        IntVector n = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
        IntVector half = n.lanewise(VectorOperators.ASHR, 1);
        y = y.mul(power(half)).mul(power(n.sub(half))); // in two steps, as 2ⁿ itself may be too
        // small for a float
        y = y.blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, LARGEST));
        return y.blend(0f, x.compare(VectorOperators.LT, SMALLEST));
    }

    /// `e^x − 1`, exact near zero too.
    static FloatVector expm1(FloatVector x) {
        FloatVector rounded = x.fma(broadcast(S, LOG2_E), broadcast(S, ROUNDER));
        FloatVector scale = power(rounded.reinterpretAsInts().sub(ROUNDER_BITS).min(127));
        FloatVector y = rest(remainder(x, rounded)).fma(scale, scale.sub(1f));
        y = y.blend(exp(x), x.compare(VectorOperators.GT, 80f));
        return y.blend(-1f, x.compare(VectorOperators.LT, -20f));
    }

    static FloatVector sigmoid(FloatVector x) {
        return broadcast(S, 1f).div(exp(x.neg()).add(1f));
    }

    /// `1 − 2 / (e^2|x| + 1)`, but a polynomial near zero, where that would lose digits.
    static FloatVector tanh(FloatVector x) {
        FloatVector size = x.abs();
        FloatVector far = broadcast(S, 1f).sub(broadcast(S, 2f).div(exp(size.add(size)).add(1f)));
        far = far.blend(far.neg(), x.compare(VectorOperators.LT, 0f));
        FloatVector q = x.mul(x);
        FloatVector p = broadcast(S, -0.005515167f).fma(q, broadcast(S, 0.020469423f));
        p =
                p.fma(q, broadcast(S, -0.053688023f))
                        .fma(q, broadcast(S, 0.1333083f))
                        .fma(q, broadcast(S, -0.3333326f));
        FloatVector near = p.mul(q).fma(x, x);
        return far.blend(near, size.compare(VectorOperators.LT, 0.625f));
    }

    /// What is left of x after `n · ln 2`.
    private static FloatVector remainder(FloatVector x, FloatVector rounded) {
        FloatVector n = rounded.sub(ROUNDER);
        return n.fma(broadcast(S, -LN2_LOW), n.fma(broadcast(S, -LN2_HIGH), x));
    }

    /// `e^r − 1` for a small r.
    private static FloatVector rest(FloatVector r) {
        FloatVector p = broadcast(S, 1.9845957e-4f).fma(r, broadcast(S, 0.0013941653f));
        p = p.fma(r, broadcast(S, 0.0083333915f)).fma(r, broadcast(S, 0.041666348f));
        p = p.fma(r, broadcast(S, 0.16666666f)).fma(r, broadcast(S, 0.5f));
        return p.fma(r.mul(r), r);
    }

    /// `2ⁿ`, by putting n where a float keeps its exponent.
    private static FloatVector power(IntVector n) {
        return n.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }
}
