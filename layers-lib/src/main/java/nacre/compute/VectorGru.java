package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;

/// The loops of [PlainGru] over whole vectors of units; each gives the place where it has stopped.
///
/// Why it is fast: as in [VectorLstm].
final class VectorGru {
    private static final int L = Lanes.COUNT;

    private VectorGru() {}

    static int step(float[] gates, int z, float[] states, int s, int units) {
        int whole = units - units % L;
        int g = z + 2 * units;
        VectorExp.sigmoid(gates, z, gates, z, whole);
        VectorExp.sigmoid(gates, z + units, gates, z + units, whole);
        for (int u = 0; u < whole; u += L) {
            FloatVector r = fromArray(S, gates, z + units + u);
            FloatVector sum = fromArray(S, gates, g + u);
            r.fma(fromArray(S, gates, g + units + u), sum).intoArray(gates, g + u);
        }
        VectorExp.tanh(gates, g, gates, g, whole);
        for (int u = 0; u < whole; u += L) {
            FloatVector fresh = fromArray(S, gates, g + u);
            FloatVector keep = fromArray(S, gates, z + u);
            keep.fma(fromArray(S, states, s + u).sub(fresh), fresh)
                    .intoArray(states, s + units + u);
        }
        return whole;
    }

    static int back(
            float[] gates,
            int z,
            float[] states,
            int s,
            float[] dx,
            float[] dh,
            int to,
            float[] d,
            int at,
            int units) {
        int whole = units - units % L;
        FloatVector one = broadcast(S, 1f);
        for (int u = 0; u < whole; u += L) {
            FloatVector keep = fromArray(S, gates, z + u);
            FloatVector r = fromArray(S, gates, z + units + u);
            FloatVector g = fromArray(S, gates, z + 2 * units + u);
            FloatVector next = fromArray(S, d, at + u);
            FloatVector dz =
                    next.mul(fromArray(S, states, s + u).sub(g)).mul(keep.sub(keep.mul(keep)));
            FloatVector kept = next.mul(keep);
            FloatVector dg = next.sub(kept).mul(one.sub(g.mul(g)));
            FloatVector dr = dg.mul(fromArray(S, gates, z + 3 * units + u)).mul(r.sub(r.mul(r)));
            dz.intoArray(dx, to + u);
            dz.intoArray(dh, to + u);
            dr.intoArray(dx, to + units + u);
            dr.intoArray(dh, to + units + u);
            dg.intoArray(dx, to + 2 * units + u);
            dg.mul(r).intoArray(dh, to + 2 * units + u);
            kept.intoArray(d, at + u);
        }
        return whole;
    }
}
