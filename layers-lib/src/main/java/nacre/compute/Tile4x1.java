package nacre.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// A tile of 4 rows and at most one vector: the last columns, behind a mask, added to what is in
/// the result.
///
/// See [Tile6x4] for why it is fast. So many masks as 6 rows would need here are too much for the
/// first compiler: it would give the tile up, and in some processes the code made before that,
/// which makes an object of each vector, would stay.
final class Tile4x1 {
    private static final VectorSpecies<Float> S = Lanes.S;

    private Tile4x1() {}

    /// Rows `i` to `i + 3` of the result, but none beyond `last`: repeated rows give the same
    /// numbers twice.
    static void run(Tiles t, int aAt, int i, int last, int bAt, int cAt, int columns) {
        VectorMask<Float> mask = Lanes.S.indexInRange(0, columns);
        float[] a = t.a();
        float[] b = t.b();
        float[] c = t.c();
        int[] taps = t.taps();
        int depth = t.depth();
        int step = t.step();
        int i0 = i;
        int i1 = Math.min(i + 1, last);
        int i2 = Math.min(i + 2, last);
        int i3 = Math.min(i + 3, last);
        int a0 = aAt + t.rows()[i0];
        int a1 = aAt + t.rows()[i1];
        int a2 = aAt + t.rows()[i2];
        int a3 = aAt + t.rows()[i3];
        int c0 = cAt + t.places()[i0];
        int c1 = cAt + t.places()[i1];
        int c2 = cAt + t.places()[i2];
        int c3 = cAt + t.places()[i3];
        FloatVector v00 = FloatVector.fromArray(S, c, c0, mask);
        FloatVector v10 = FloatVector.fromArray(S, c, c1, mask);
        FloatVector v20 = FloatVector.fromArray(S, c, c2, mask);
        FloatVector v30 = FloatVector.fromArray(S, c, c3, mask);
        for (int p = 0; p < depth; p++) {
            int tap = taps[p];
            int at = bAt + p * step;
            FloatVector b0 = FloatVector.fromArray(S, b, at, mask);
            FloatVector x = FloatVector.broadcast(S, a[a0 + tap]);
            v00 = x.fma(b0, v00);
            x = FloatVector.broadcast(S, a[a1 + tap]);
            v10 = x.fma(b0, v10);
            x = FloatVector.broadcast(S, a[a2 + tap]);
            v20 = x.fma(b0, v20);
            x = FloatVector.broadcast(S, a[a3 + tap]);
            v30 = x.fma(b0, v30);
        }
        v00.intoArray(c, c0, mask);
        v10.intoArray(c, c1, mask);
        v20.intoArray(c, c2, mask);
        v30.intoArray(c, c3, mask);
    }
}
