package nacre.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A tile of 6 rows and 2 vectors, for processors with 16 vector registers and for the edge of
/// wider ones.
///
/// See [Tile6x4] for why it is fast.
final class Tile6x2 {
    private static final VectorSpecies<Float> S = Lanes.S;
    private static final int L = Lanes.COUNT;

    private Tile6x2() {}

    /// Rows `i` to `i + 5` of the result, but none beyond `last`: repeated rows give the same
    /// numbers twice. If `i` is beyond it, there are none, as in [Warmup].
    static void run(
            Tiles t, int aAt, int i, int last, int bAt, int cAt, float[] start, int startAt) {
        if (i > last) {
            return;
        }
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
        boolean again = start == c;
        int s0 = again ? c0 : startAt;
        FloatVector v00 = FloatVector.fromArray(S, start, s0);
        FloatVector v01 = FloatVector.fromArray(S, start, s0 + L);
        int s1 = again ? c1 : startAt;
        FloatVector v10 = FloatVector.fromArray(S, start, s1);
        FloatVector v11 = FloatVector.fromArray(S, start, s1 + L);
        int s2 = again ? c2 : startAt;
        FloatVector v20 = FloatVector.fromArray(S, start, s2);
        FloatVector v21 = FloatVector.fromArray(S, start, s2 + L);
        int s3 = again ? c3 : startAt;
        FloatVector v30 = FloatVector.fromArray(S, start, s3);
        FloatVector v31 = FloatVector.fromArray(S, start, s3 + L);
        int s4 = again ? c4 : startAt;
        FloatVector v40 = FloatVector.fromArray(S, start, s4);
        FloatVector v41 = FloatVector.fromArray(S, start, s4 + L);
        int s5 = again ? c5 : startAt;
        FloatVector v50 = FloatVector.fromArray(S, start, s5);
        FloatVector v51 = FloatVector.fromArray(S, start, s5 + L);
        for (int p = 0; p < depth; p++) {
            int tap = taps[p];
            int at = bAt + p * step;
            FloatVector b0 = FloatVector.fromArray(S, b, at);
            FloatVector b1 = FloatVector.fromArray(S, b, at + L);
            FloatVector x = FloatVector.broadcast(S, a[a0 + tap]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            x = FloatVector.broadcast(S, a[a1 + tap]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            x = FloatVector.broadcast(S, a[a2 + tap]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            x = FloatVector.broadcast(S, a[a3 + tap]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            x = FloatVector.broadcast(S, a[a4 + tap]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            x = FloatVector.broadcast(S, a[a5 + tap]);
            v50 = x.fma(b0, v50);
            v51 = x.fma(b1, v51);
        }
        v00.intoArray(c, c0);
        v01.intoArray(c, c0 + L);
        v10.intoArray(c, c1);
        v11.intoArray(c, c1 + L);
        v20.intoArray(c, c2);
        v21.intoArray(c, c2 + L);
        v30.intoArray(c, c3);
        v31.intoArray(c, c3 + L);
        v40.intoArray(c, c4);
        v41.intoArray(c, c4 + L);
        v50.intoArray(c, c5);
        v51.intoArray(c, c5 + L);
    }
}
