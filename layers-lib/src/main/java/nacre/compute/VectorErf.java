package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The error function of a whole vector; right to 2 units in the last place.
///
/// Near zero a polynomial in x²; further out `1 − e^p(|x|)`, where p is close to `ln(1 − erf)`, a
/// very smooth curve.
final class VectorErf {
    private VectorErf() {}

    static FloatVector erf(FloatVector x) {
        FloatVector size = x.abs();
        FloatVector s = size.blend(4f, size.compare(VectorOperators.GT, 4f)); // 1 to all digits
        FloatVector p =
                broadcast(S, 1.9242607e-4f)
                        .fma(s, broadcast(S, -0.0030085375f))
                        .fma(s, broadcast(S, 0.022087643f));
        p = p.fma(s, broadcast(S, -0.103640325f)).fma(s, broadcast(S, -0.63751704f));
        p = p.fma(s, broadcast(S, -1.127475f)).fma(s, broadcast(S, -2.447136e-4f));
        FloatVector far = broadcast(S, 1f).sub(VectorExp.exp(p));
        far = far.blend(far.neg(), x.compare(VectorOperators.LT, 0f));
        FloatVector q = x.mul(x);
        FloatVector n =
                broadcast(S, 7.854025e-5f)
                        .fma(q, broadcast(S, -8.010247e-4f))
                        .fma(q, broadcast(S, 0.0051883343f));
        n = n.fma(q, broadcast(S, -0.026853817f)).fma(q, broadcast(S, 0.112835854f));
        n = n.fma(q, broadcast(S, -0.37612626f)).fma(q, broadcast(S, 1.1283791f));
        return far.blend(n.mul(x), size.compare(VectorOperators.LT, 1f));
    }
}
