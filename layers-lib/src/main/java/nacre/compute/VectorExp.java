package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;
import static nacre.compute.PlainExp.C3;
import static nacre.compute.PlainExp.C4;
import static nacre.compute.PlainExp.C5;
import static nacre.compute.PlainExp.C6;
import static nacre.compute.PlainExp.C7;
import static nacre.compute.PlainExp.LARGEST;
import static nacre.compute.PlainExp.LN2_HIGH;
import static nacre.compute.PlainExp.LN2_LOW;
import static nacre.compute.PlainExp.LOG2_E;
import static nacre.compute.PlainExp.ROUNDER;
import static nacre.compute.PlainExp.SMALLEST;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// The exponential and the functions made from it, a vector at a time; right to a few units in the
/// last place.
///
/// `e^x = 2ⁿ · e^r` with n whole and r between ±½·ln 2, where a short polynomial is enough: the
/// closest one of its length to `(e^r − 1 − r) / r²`. `2ⁿ` is made by putting n where a float keeps
/// its exponent; in two steps where it may be too small or too large for a float.
///
/// Each loop has the polynomial written out, `p` being `e^r − 1`. As a method it would not be taken
/// into the second such loop of a piece of code (see [Lanes]), and that one would be ten times
/// slower.
final class VectorExp {
    private static final int L = Lanes.COUNT;

    /// The power of less is too small for a float with all its digits.
    private static final float FULL = -87.33654f;

    private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);

    /// With the 127 that a float adds to its exponent.
    private static final float BIASED = ROUNDER + 127;

    private VectorExp() {}

    /// `e^x`, for loops with only this one in them.
    static FloatVector exp(FloatVector x) {
        FloatVector rounded = x.fma(broadcast(S, LOG2_E), broadcast(S, ROUNDER));
        IntVector n = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
        FloatVector m = rounded.sub(ROUNDER);
        FloatVector r = m.fma(broadcast(S, LN2_LOW), m.fma(broadcast(S, LN2_HIGH), x));
        FloatVector p = broadcast(S, C7).fma(r, broadcast(S, C6)).fma(r, broadcast(S, C5));
        p = p.fma(r, broadcast(S, C4)).fma(r, broadcast(S, C3)).fma(r, broadcast(S, 0.5f));
        p = p.fma(r.mul(r), r);
        IntVector half = n.lanewise(VectorOperators.ASHR, 1);
        IntVector a = half.add(127).lanewise(VectorOperators.LSHL, 23);
        IntVector b = n.sub(half).add(127).lanewise(VectorOperators.LSHL, 23);
        FloatVector y = p.add(1f).mul(a.reinterpretAsFloats()).mul(b.reinterpretAsFloats());
        y = y.blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, LARGEST));
        return y.blend(0f, x.compare(VectorOperators.LT, SMALLEST));
    }

    /// `e^(x − shift)` for `n` numbers, a multiple of the vectors' length.
    static void exp(float[] in, int io, float shift, float[] out, int oo, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector x = fromArray(S, in, io + i).sub(shift);
            FloatVector rounded = x.fma(broadcast(S, LOG2_E), broadcast(S, ROUNDER));
            IntVector whole = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
            FloatVector m = rounded.sub(ROUNDER);
            FloatVector r = m.fma(broadcast(S, LN2_LOW), m.fma(broadcast(S, LN2_HIGH), x));
            FloatVector p = broadcast(S, C7).fma(r, broadcast(S, C6)).fma(r, broadcast(S, C5));
            p = p.fma(r, broadcast(S, C4)).fma(r, broadcast(S, C3)).fma(r, broadcast(S, 0.5f));
            p = p.fma(r.mul(r), r);
            IntVector half = whole.lanewise(VectorOperators.ASHR, 1);
            IntVector a = half.add(127).lanewise(VectorOperators.LSHL, 23);
            IntVector b = whole.sub(half).add(127).lanewise(VectorOperators.LSHL, 23);
            FloatVector y = p.add(1f).mul(a.reinterpretAsFloats()).mul(b.reinterpretAsFloats());
            y = y.blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, LARGEST));
            y.blend(0f, x.compare(VectorOperators.LT, SMALLEST)).intoArray(out, oo + i);
        }
    }

    /// `e^(x − largest)` for `n` numbers, a multiple of the vectors' length, and the sum of that.
    /// No power is above 1, and those too small for a full float count as 0; so one step makes
    /// `2ⁿ`, and n may be rounded to where a float keeps its exponent.
    static float powers(float[] in, int io, int n, float largest, float[] out, int oo) {
        FloatVector sums = FloatVector.zero(S);
        for (int i = 0; i < n; i += L) {
            FloatVector x = fromArray(S, in, io + i).sub(largest);
            FloatVector rounded = x.fma(broadcast(S, LOG2_E), broadcast(S, BIASED));
            IntVector a = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector m = rounded.sub(BIASED);
            FloatVector r = m.fma(broadcast(S, LN2_LOW), m.fma(broadcast(S, LN2_HIGH), x));
            FloatVector p = broadcast(S, C7).fma(r, broadcast(S, C6)).fma(r, broadcast(S, C5));
            p = p.fma(r, broadcast(S, C4)).fma(r, broadcast(S, C3)).fma(r, broadcast(S, 0.5f));
            p = p.fma(r.mul(r), r);
            FloatVector scale = a.reinterpretAsFloats();
            FloatVector y = p.fma(scale, scale).blend(0f, x.compare(VectorOperators.LT, FULL));
            sums = sums.add(y);
            y.intoArray(out, oo + i);
        }
        return Lanes.sum(sums);
    }

    /// `e^x − 1`, exact near zero too: `(2ᵃ · (e^r − 1) + (2ᵃ − 2⁻ᵇ)) · 2ᵇ` with a + b = n, where
    /// nothing is lost near zero and nothing overflows before the result does.
    static void expm1(float[] in, int io, float[] out, int oo, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector x = fromArray(S, in, io + i);
            FloatVector rounded = x.fma(broadcast(S, LOG2_E), broadcast(S, ROUNDER));
            IntVector whole = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
            FloatVector m = rounded.sub(ROUNDER);
            FloatVector r = m.fma(broadcast(S, LN2_LOW), m.fma(broadcast(S, LN2_HIGH), x));
            FloatVector p = broadcast(S, C7).fma(r, broadcast(S, C6)).fma(r, broadcast(S, C5));
            p = p.fma(r, broadcast(S, C4)).fma(r, broadcast(S, C3)).fma(r, broadcast(S, 0.5f));
            p = p.fma(r.mul(r), r);
            IntVector half = whole.lanewise(VectorOperators.ASHR, 1);
            IntVector rest = whole.sub(half);
            IntVector a = half.add(127).lanewise(VectorOperators.LSHL, 23);
            IntVector b = rest.add(127).lanewise(VectorOperators.LSHL, 23);
            IntVector c = rest.neg().add(127).lanewise(VectorOperators.LSHL, 23);
            FloatVector scale = a.reinterpretAsFloats();
            FloatVector y = p.fma(scale, scale.sub(c.reinterpretAsFloats()));
            y = y.mul(b.reinterpretAsFloats());
            y = y.blend(-1f, x.compare(VectorOperators.LT, -20f));
            y.blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, LARGEST))
                    .intoArray(out, oo + i);
        }
    }

    /// `1 / (1 + e^−x)`, where e^±88 stands for all that is larger or smaller: beside 1 it makes no
    /// difference, or nothing is left. So one step makes `2ⁿ`, as in [#powers].
    ///
    /// The polynomial is summed in pairs here and in [#tanh]: a loop over a few units is over
    /// before enough of its vectors overlap, and waits for each link of a chain.
    static void sigmoid(float[] in, int io, float[] out, int oo, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector x = fromArray(S, in, io + i).neg();
            x = x.blend(88f, x.compare(VectorOperators.GT, 88f));
            x = x.blend(-88f, x.compare(VectorOperators.LT, -88f));
            FloatVector rounded = x.fma(broadcast(S, LOG2_E), broadcast(S, BIASED));
            IntVector a = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector m = rounded.sub(BIASED);
            FloatVector r = m.fma(broadcast(S, LN2_LOW), m.fma(broadcast(S, LN2_HIGH), x));
            FloatVector square = r.mul(r);
            FloatVector p = broadcast(S, C7).fma(r, broadcast(S, C6));
            p = p.fma(square, broadcast(S, C5).fma(r, broadcast(S, C4)));
            p = p.fma(square, broadcast(S, C3).fma(r, broadcast(S, 0.5f)));
            p = p.fma(square, r);
            FloatVector scale = a.reinterpretAsFloats();
            FloatVector y = p.fma(scale, scale);
            broadcast(S, 1f).div(y.add(1f)).intoArray(out, oo + i);
        }
    }

    /// `(e^2x − 1) / (e^2x + 1)`; from ±10 on it is ±1.
    static void tanh(float[] in, int io, float[] out, int oo, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector half = fromArray(S, in, io + i);
            FloatVector x = half.add(half);
            x = x.blend(20f, x.compare(VectorOperators.GT, 20f));
            x = x.blend(-20f, x.compare(VectorOperators.LT, -20f));
            FloatVector rounded = x.fma(broadcast(S, LOG2_E), broadcast(S, BIASED));
            IntVector a = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector m = rounded.sub(BIASED);
            FloatVector r = m.fma(broadcast(S, LN2_LOW), m.fma(broadcast(S, LN2_HIGH), x));
            FloatVector square = r.mul(r);
            FloatVector p = broadcast(S, C7).fma(r, broadcast(S, C6));
            p = p.fma(square, broadcast(S, C5).fma(r, broadcast(S, C4)));
            p = p.fma(square, broadcast(S, C3).fma(r, broadcast(S, 0.5f)));
            p = p.fma(square, r);
            FloatVector scale = a.reinterpretAsFloats();
            FloatVector y = p.fma(scale, scale.sub(1f));
            y.div(y.add(2f)).intoArray(out, oo + i);
        }
    }
}
