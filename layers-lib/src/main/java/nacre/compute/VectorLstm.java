package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;

/// The loops of [PlainLstm] over whole vectors of units; each gives the place where it has stopped.
final class VectorLstm {
    private static final int L = Lanes.COUNT;

    private VectorLstm() {}

    static int remember(float[] gates, int z, float[] states, int s, int units) {
        int u = 0;
        for (; u <= units - L; u += L) {
            FloatVector i = fromArray(S, gates, z + u);
            FloatVector f = fromArray(S, gates, z + units + u);
            FloatVector g = fromArray(S, gates, z + 2 * units + u);
            FloatVector c = fromArray(S, states, s + units + u);
            f.fma(c, i.mul(g)).intoArray(states, s + 3 * units + u);
        }
        return u;
    }

    static int back(
            float[] gates,
            int z,
            float[] states,
            int s,
            float[] tanh,
            float[] dz,
            int to,
            float[] d,
            int at,
            int units) {
        FloatVector one = broadcast(S, 1f);
        int u = 0;
        for (; u <= units - L; u += L) {
            FloatVector i = fromArray(S, gates, z + u);
            FloatVector f = fromArray(S, gates, z + units + u);
            FloatVector g = fromArray(S, gates, z + 2 * units + u);
            FloatVector o = fromArray(S, gates, z + 3 * units + u);
            FloatVector r = fromArray(S, tanh, u);
            FloatVector dh = fromArray(S, d, at + u);
            FloatVector dc = dh.mul(o).fma(one.sub(r.mul(r)), fromArray(S, d, at + units + u));
            dc.mul(g).mul(i.sub(i.mul(i))).intoArray(dz, to + u);
            dc.mul(fromArray(S, states, s + units + u))
                    .mul(f.sub(f.mul(f)))
                    .intoArray(dz, to + units + u);
            dc.mul(i).mul(one.sub(g.mul(g))).intoArray(dz, to + 2 * units + u);
            dh.mul(r).mul(o.sub(o.mul(o))).intoArray(dz, to + 3 * units + u);
            dc.mul(f).intoArray(d, at + units + u);
        }
        return u;
    }
}
