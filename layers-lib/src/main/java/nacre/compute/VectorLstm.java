package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The loops of [PlainLstm] over whole vectors of units; each gives the place where it has stopped.
///
/// Why it is fast: what is read is still in the nearest cache, as the product has just left it
/// there, and the functions of the gates have a loop each, in which the exponentials of
/// neighbouring vectors overlap.
final class VectorLstm {
    private static final int L = Lanes.COUNT;

    /// The least gate that has all its digits: behind a smaller one nothing is left to divide.
    private static final float LEAST = Float.MIN_NORMAL;

    private VectorLstm() {}

    static int step(float[] gates, int z, float[] states, int s, int units) {
        int whole = units - units % L;
        if (whole == units) {
            VectorExp.sigmoid(gates, z, gates, z, 2 * units);
        } else {
            VectorExp.sigmoid(gates, z, gates, z, whole);
            VectorExp.sigmoid(gates, z + units, gates, z + units, whole);
        }
        VectorExp.tanh(gates, z + 2 * units, gates, z + 2 * units, whole);
        VectorExp.sigmoid(gates, z + 3 * units, gates, z + 3 * units, whole);
        int next = s + 2 * units;
        for (int u = 0; u < whole; u += L) {
            FloatVector i = fromArray(S, gates, z + u);
            FloatVector f = fromArray(S, gates, z + units + u);
            FloatVector g = fromArray(S, gates, z + 2 * units + u);
            FloatVector c = fromArray(S, states, s + units + u);
            f.fma(c, i.mul(g)).intoArray(states, next + units + u);
        }
        VectorExp.tanh(states, next + units, states, next, whole);
        for (int u = 0; u < whole; u += L) {
            FloatVector o = fromArray(S, gates, z + 3 * units + u);
            o.mul(fromArray(S, states, next + u)).intoArray(states, next + u);
        }
        return whole;
    }

    /// `tanh(c')` is `h' / o`, which is quicker than to compute it again.
    static int back(
            float[] gates,
            int z,
            float[] states,
            int s,
            float[] dz,
            int to,
            float[] d,
            int at,
            int units) {
        int whole = units - units % L;
        FloatVector one = broadcast(S, 1f);
        for (int u = 0; u < whole; u += L) {
            FloatVector i = fromArray(S, gates, z + u);
            FloatVector f = fromArray(S, gates, z + units + u);
            FloatVector g = fromArray(S, gates, z + 2 * units + u);
            FloatVector o = fromArray(S, gates, z + 3 * units + u);
            FloatVector full = o.blend(LEAST, o.compare(VectorOperators.LT, LEAST));
            FloatVector r = fromArray(S, states, s + 2 * units + u).div(full);
            FloatVector dh = fromArray(S, d, at + u);
            FloatVector dMemory = fromArray(S, d, at + units + u);
            FloatVector dc = dh.mul(o).fma(one.sub(r.mul(r)), dMemory);
            dc.mul(g).mul(i.sub(i.mul(i))).intoArray(dz, to + u);
            dc.mul(fromArray(S, states, s + units + u))
                    .mul(f.sub(f.mul(f)))
                    .intoArray(dz, to + units + u);
            dc.mul(i).mul(one.sub(g.mul(g))).intoArray(dz, to + 2 * units + u);
            dh.mul(r).mul(o.sub(o.mul(o))).intoArray(dz, to + 3 * units + u);
            dc.mul(f).intoArray(d, at + units + u);
        }
        return whole;
    }
}
