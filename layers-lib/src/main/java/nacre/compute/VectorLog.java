package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The logarithm of a whole vector, and the functions made from it; right to 1 or 2 units in the
/// last place.
///
/// `ln x = n · ln 2 + ln(1 + f)` with `1 + f` between √½ and √2, where a polynomial is enough. It
/// is the closest one of its length to `(ln(1 + f) − f + f²/2) / f³`.
final class VectorLog {
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.1219444e-4f;
    private static final int ROOT_HALF_BITS = Float.floatToRawIntBits((float) Math.sqrt(0.5));
    private static final float TWO_23 = 8_388_608f;

    private VectorLog() {}

    static FloatVector log(FloatVector x) {
        VectorMask<Float> tiny = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
        IntVector bits = x.blend(x.mul(TWO_23), tiny).reinterpretAsInts();
        IntVector exponent = bits.sub(ROOT_HALF_BITS).lanewise(VectorOperators.ASHR, 23);
        FloatVector n = (FloatVector) exponent.convert(VectorOperators.I2F, 0);
        n = n.blend(n.sub(23f), tiny);
        FloatVector f =
                bits.sub(exponent.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(1f);
        FloatVector p = broadcast(S, -0.0763443f).fma(f, broadcast(S, 0.1276155f));
        p =
                p.fma(f, broadcast(S, -0.13160194f))
                        .fma(f, broadcast(S, 0.14201762f))
                        .fma(f, broadcast(S, -0.16623357f));
        p =
                p.fma(f, broadcast(S, 0.20001227f))
                        .fma(f, broadcast(S, -0.25000823f))
                        .fma(f, broadcast(S, 0.3333333f));
        FloatVector q = f.mul(f);
        FloatVector y = n.fma(broadcast(S, LN2_LOW), p.mul(f).mul(q)).sub(q.mul(0.5f)).add(f);
        y = n.fma(broadcast(S, LN2_HIGH), y);
        y =
                y.blend(
                        Float.POSITIVE_INFINITY,
                        x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY));
        y = y.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f));
        y = y.blend(Float.NaN, x.compare(VectorOperators.LT, 0f));
        return y.blend(x, x.test(VectorOperators.IS_NAN));
    }

    /// `ln(1 + x)`, exact near zero too: what rounding `1 + x` lost is put back by the quotient.
    static FloatVector log1p(FloatVector x) {
        FloatVector u = x.add(1f);
        FloatVector log = log(u);
        FloatVector y = log.mul(x.div(u.sub(1f)));
        y =
                y.blend(
                        log,
                        u.compare(VectorOperators.GT, TWO_23)
                                .or(u.compare(VectorOperators.LE, 0f)));
        return y.blend(x, u.compare(VectorOperators.EQ, 1f));
    }

    /// `ln(1 + e^x)`, without an overflow: `max(x, 0) + ln(1 + e^-|x|)`.
    static FloatVector softplus(FloatVector x) {
        FloatVector e = VectorExp.exp(x.abs().neg());
        FloatVector u = e.add(1f);
        FloatVector y = log(u).mul(e.div(u.sub(1f)));
        y = y.blend(e, u.compare(VectorOperators.EQ, 1f));
        return y.add(x.blend(0f, x.compare(VectorOperators.LT, 0f)));
    }
}
