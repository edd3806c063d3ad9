package nacre.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A tile of 6 rows and 4 vectors, for processors with 32 vector registers.
///
/// Why it is fast: 24 sums stay in registers; for each term 4 vectors of B and 6 numbers of A are
/// loaded for 24 fused multiply-adds, which keeps the multipliers busier than the loads. The sums
/// must be local variables: an array of vectors would be allocated. The plain twin is [PlainTiles].
final class Tile6x4 {
    private static final VectorSpecies<Float> S = Lanes.S;
    private static final int L = Lanes.COUNT;

    private Tile6x4() {}

    /// Rows `i` to `i + 5` of the result, but none beyond `last`: repeated rows give the same
    /// numbers twice.
    static void run(
            Tiles t, int aAt, int i, int last, int bAt, int cAt, float[] start, int startAt) {
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
        FloatVector v02 = FloatVector.fromArray(S, start, s0 + 2 * L);
        FloatVector v03 = FloatVector.fromArray(S, start, s0 + 3 * L);
        int s1 = again ? c1 : startAt;
        FloatVector v10 = FloatVector.fromArray(S, start, s1);
        FloatVector v11 = FloatVector.fromArray(S, start, s1 + L);
        FloatVector v12 = FloatVector.fromArray(S, start, s1 + 2 * L);
        FloatVector v13 = FloatVector.fromArray(S, start, s1 + 3 * L);
        int s2 = again ? c2 : startAt;
        FloatVector v20 = FloatVector.fromArray(S, start, s2);
        FloatVector v21 = FloatVector.fromArray(S, start, s2 + L);
        FloatVector v22 = FloatVector.fromArray(S, start, s2 + 2 * L);
        FloatVector v23 = FloatVector.fromArray(S, start, s2 + 3 * L);
        int s3 = again ? c3 : startAt;
        FloatVector v30 = FloatVector.fromArray(S, start, s3);
        FloatVector v31 = FloatVector.fromArray(S, start, s3 + L);
        FloatVector v32 = FloatVector.fromArray(S, start, s3 + 2 * L);
        FloatVector v33 = FloatVector.fromArray(S, start, s3 + 3 * L);
        int s4 = again ? c4 : startAt;
        FloatVector v40 = FloatVector.fromArray(S, start, s4);
        FloatVector v41 = FloatVector.fromArray(S, start, s4 + L);
        FloatVector v42 = FloatVector.fromArray(S, start, s4 + 2 * L);
        FloatVector v43 = FloatVector.fromArray(S, start, s4 + 3 * L);
        int s5 = again ? c5 : startAt;
        FloatVector v50 = FloatVector.fromArray(S, start, s5);
        FloatVector v51 = FloatVector.fromArray(S, start, s5 + L);
        FloatVector v52 = FloatVector.fromArray(S, start, s5 + 2 * L);
        FloatVector v53 = FloatVector.fromArray(S, start, s5 + 3 * L);
        for (int p = 0, at = bAt; p < depth; p++, at += step) {
            int tap = taps[p];
            FloatVector b3 = FloatVector.fromArray(S, b, at + 3 * L);
            FloatVector b0 = FloatVector.fromArray(S, b, at);
            FloatVector b1 = FloatVector.fromArray(S, b, at + L);
            FloatVector b2 = FloatVector.fromArray(S, b, at + 2 * L);
            FloatVector x = FloatVector.broadcast(S, a[a0 + tap]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            v02 = x.fma(b2, v02);
            v03 = x.fma(b3, v03);
            x = FloatVector.broadcast(S, a[a1 + tap]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            v12 = x.fma(b2, v12);
            v13 = x.fma(b3, v13);
            x = FloatVector.broadcast(S, a[a2 + tap]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            v22 = x.fma(b2, v22);
            v23 = x.fma(b3, v23);
            x = FloatVector.broadcast(S, a[a3 + tap]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            v32 = x.fma(b2, v32);
            v33 = x.fma(b3, v33);
            x = FloatVector.broadcast(S, a[a4 + tap]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            v42 = x.fma(b2, v42);
            v43 = x.fma(b3, v43);
            x = FloatVector.broadcast(S, a[a5 + tap]);
            v50 = x.fma(b0, v50);
            v51 = x.fma(b1, v51);
            v52 = x.fma(b2, v52);
            v53 = x.fma(b3, v53);
        }
        v00.intoArray(c, c0);
        v01.intoArray(c, c0 + L);
        v02.intoArray(c, c0 + 2 * L);
        v03.intoArray(c, c0 + 3 * L);
        v10.intoArray(c, c1);
        v11.intoArray(c, c1 + L);
        v12.intoArray(c, c1 + 2 * L);
        v13.intoArray(c, c1 + 3 * L);
        v20.intoArray(c, c2);
        v21.intoArray(c, c2 + L);
        v22.intoArray(c, c2 + 2 * L);
        v23.intoArray(c, c2 + 3 * L);
        v30.intoArray(c, c3);
        v31.intoArray(c, c3 + L);
        v32.intoArray(c, c3 + 2 * L);
        v33.intoArray(c, c3 + 3 * L);
        v40.intoArray(c, c4);
        v41.intoArray(c, c4 + L);
        v42.intoArray(c, c4 + 2 * L);
        v43.intoArray(c, c4 + 3 * L);
        v50.intoArray(c, c5);
        v51.intoArray(c, c5 + L);
        v52.intoArray(c, c5 + 2 * L);
        v53.intoArray(c, c5 + 3 * L);
    }
}
