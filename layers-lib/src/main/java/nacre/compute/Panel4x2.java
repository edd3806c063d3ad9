package nacre.compute;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Line4x2] for a B that is packed two vectors wide, as [Panels] do it.
///
/// Why it is twice as fast: the compiler knows how far apart the terms of B lie, so it looks before
/// the loop whether all of them are in the array, not at each term. And the fences keep it from
/// loading numbers too soon, as in [Packed6x2]; six rows would still be too many, as A's six places
/// need registers too.
final class Panel4x2 {
    private static final VectorSpecies<Float> S = Lanes.S;
    private static final int L = Lanes.COUNT;

    private Panel4x2() {}

    /// Rows `i` to `i + 3` of the result, but none beyond `last`: repeated rows give the same
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
        for (int p = 0; p < depth; p++) {
            int at = bAt + p * (2 * L);
            FloatVector b0 = FloatVector.fromArray(S, b, at);
            FloatVector b1 = FloatVector.fromArray(S, b, at + L);
            FloatVector x = FloatVector.broadcast(S, a[a0 + p]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            x = FloatVector.broadcast(S, a[a1 + p]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            VarHandle.loadLoadFence();
            x = FloatVector.broadcast(S, a[a2 + p]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            x = FloatVector.broadcast(S, a[a3 + p]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            VarHandle.loadLoadFence();
        }
        v00.intoArray(c, c0);
        v01.intoArray(c, c0 + L);
        v10.intoArray(c, c1);
        v11.intoArray(c, c1 + L);
        v20.intoArray(c, c2);
        v21.intoArray(c, c2 + L);
        v30.intoArray(c, c3);
        v31.intoArray(c, c3 + L);
    }
}
