package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;

/// A tile of one row and 4 vectors: a single sample, or the row that is left over.
///
/// Every number of B is used once, so it runs as fast as B can be read; see [Tile6x4] for the rest.
final class Tile1x4 {
    private static final int L = Lanes.COUNT;

    private Tile1x4() {}

    static void run(Tiles t, int aAt, int i, int bAt, int cAt, float[] start, int startAt) {
        float[] a = t.a();
        float[] b = t.b();
        float[] c = t.c();
        int[] taps = t.taps();
        int depth = t.depth();
        int step = t.step();
        int row = aAt + t.rows()[i];
        int to = cAt + t.places()[i];
        int s = start == c ? to : startAt;
        FloatVector v0 = fromArray(S, start, s);
        FloatVector v1 = fromArray(S, start, s + L);
        FloatVector v2 = fromArray(S, start, s + 2 * L);
        FloatVector v3 = fromArray(S, start, s + 3 * L);
        for (int p = 0; p < depth; p++) {
            int at = bAt + p * step;
            FloatVector x = broadcast(S, a[row + taps[p]]);
            v0 = x.fma(fromArray(S, b, at), v0);
            v1 = x.fma(fromArray(S, b, at + L), v1);
            v2 = x.fma(fromArray(S, b, at + 2 * L), v2);
            v3 = x.fma(fromArray(S, b, at + 3 * L), v3);
        }
        v0.intoArray(c, to);
        v1.intoArray(c, to + L);
        v2.intoArray(c, to + 2 * L);
        v3.intoArray(c, to + 3 * L);
    }
}
