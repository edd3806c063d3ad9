package nacre.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// A tile of 6 rows and at most one vector: the last columns, behind a mask, where a sum begins;
/// see [Tile4x1] for one that goes on.
///
/// See [Tile6x4] for why it is fast.
final class Tile6x1 {
    private static final VectorSpecies<Float> S = Lanes.S;

    private Tile6x1() {}

    /// Rows `i` to `i + 5` of the result, but none beyond `last`: repeated rows give the same
    /// numbers twice.
    static void run(
            Tiles t,
            int aAt,
            int i,
            int last,
            int bAt,
            int cAt,
            float[] start,
            int startAt,
            int columns) {
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
        int i4 = Math.min(i + 4, last);
        int i5 = Math.min(i + 5, last);
        int a0 = aAt + t.rows()[i0];
        int a1 = aAt + t.rows()[i1];
        int a2 = aAt + t.rows()[i2];
        int a3 = aAt + t.rows()[i3];
        int a4 = aAt + t.rows()[i4];
        int a5 = aAt + t.rows()[i5];
        int c0 = cAt + t.places()[i0];
        int c1 = cAt + t.places()[i1];
        int c2 = cAt + t.places()[i2];
        int c3 = cAt + t.places()[i3];
        int c4 = cAt + t.places()[i4];
        int c5 = cAt + t.places()[i5];
        FloatVector first = FloatVector.fromArray(S, start, startAt, mask);
        FloatVector v00 = first;
        FloatVector v10 = first;
        FloatVector v20 = first;
        FloatVector v30 = first;
        FloatVector v40 = first;
        FloatVector v50 = first;
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
            x = FloatVector.broadcast(S, a[a4 + tap]);
            v40 = x.fma(b0, v40);
            x = FloatVector.broadcast(S, a[a5 + tap]);
            v50 = x.fma(b0, v50);
        }
        v00.intoArray(c, c0, mask);
        v10.intoArray(c, c1, mask);
        v20.intoArray(c, c2, mask);
        v30.intoArray(c, c3, mask);
        v40.intoArray(c, c4, mask);
        v50.intoArray(c, c5, mask);
    }
}
