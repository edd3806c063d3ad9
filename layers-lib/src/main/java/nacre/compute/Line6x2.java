package nacre.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Tile6x2] for terms that lie one behind the other in each row of A, as they do in a matrix and
/// in what a window covers of a line of an image.
///
/// Why it is faster: two columns of vectors leave little to compute for each term, so that looking
/// up where it lies takes as long. Here the compiler checks once before the loop that all of them
/// are in the array. It must be a single loop: around a second one it runs out of registers.
final class Line6x2 {
    private static final VectorSpecies<Float> S = Lanes.S;
    private static final int L = Lanes.COUNT;

    private Line6x2() {}

    /// Rows `i` to `i + 5` of the result, but none beyond `last`: repeated rows give the same
    /// numbers twice.
    ///
    /// @param depth how many terms; the first is at `aAt` of each row
    static void run(
            Tiles t,
            int depth,
            int aAt,
            int i,
            int last,
            int bAt,
            int cAt,
            float[] start,
            int startAt) {
        float[] a = t.a();
        float[] b = t.b();
        float[] c = t.c();
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
        for (int p = 0, at = bAt; p < depth; p++, at += step) {
            FloatVector b0 = FloatVector.fromArray(S, b, at);
            FloatVector b1 = FloatVector.fromArray(S, b, at + L);
            FloatVector x = FloatVector.broadcast(S, a[a0 + p]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            x = FloatVector.broadcast(S, a[a1 + p]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            x = FloatVector.broadcast(S, a[a2 + p]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            x = FloatVector.broadcast(S, a[a3 + p]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            x = FloatVector.broadcast(S, a[a4 + p]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            x = FloatVector.broadcast(S, a[a5 + p]);
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
