package nacre.compute;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Packed6x2] for its first four rows, where a tile has no more. A is packed as for six: what the
/// others have left there is not read.
///
/// Why it is worth having: a batch of 32 in shares of 16 is two tiles of six and one of four, not
/// three of six, of which one sample in nine would be computed for nothing. The plain twin is
/// [PlainProduct].
final class Packed4x2 {
    private static final VectorSpecies<Float> S = Lanes.S;
    private static final int L = Lanes.COUNT;

    private Packed4x2() {}

    /// 4 rows of C, which lie `row` apart: 4 · `fours` terms, added to `start[startAt…]`, or to
    /// what is in C if that is `start`.
    static void run(
            int fours,
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            int row,
            float[] start,
            int startAt) {
        int c0 = cAt;
        int c1 = c0 + row;
        int c2 = c1 + row;
        int c3 = c2 + row;
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
        for (int p = 0; p < fours; p++) {
            int ap = aAt + p * (4 * Tiles.ROWS);
            int bp = bAt + p * (4 * 2 * L);
            FloatVector b0 = FloatVector.fromArray(S, b, bp);
            FloatVector b1 = FloatVector.fromArray(S, b, bp + L);
            FloatVector x = FloatVector.broadcast(S, a[ap]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            x = FloatVector.broadcast(S, a[ap + 4]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            VarHandle.loadLoadFence();
            x = FloatVector.broadcast(S, a[ap + 8]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            x = FloatVector.broadcast(S, a[ap + 12]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            VarHandle.loadLoadFence();

            b0 = FloatVector.fromArray(S, b, bp + 2 * L);
            b1 = FloatVector.fromArray(S, b, bp + 3 * L);
            x = FloatVector.broadcast(S, a[ap + 1]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            x = FloatVector.broadcast(S, a[ap + 5]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            VarHandle.loadLoadFence();
            x = FloatVector.broadcast(S, a[ap + 9]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            x = FloatVector.broadcast(S, a[ap + 13]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            VarHandle.loadLoadFence();

            b0 = FloatVector.fromArray(S, b, bp + 4 * L);
            b1 = FloatVector.fromArray(S, b, bp + 5 * L);
            x = FloatVector.broadcast(S, a[ap + 2]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            x = FloatVector.broadcast(S, a[ap + 6]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            VarHandle.loadLoadFence();
            x = FloatVector.broadcast(S, a[ap + 10]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            x = FloatVector.broadcast(S, a[ap + 14]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            VarHandle.loadLoadFence();

            b0 = FloatVector.fromArray(S, b, bp + 6 * L);
            b1 = FloatVector.fromArray(S, b, bp + 7 * L);
            x = FloatVector.broadcast(S, a[ap + 3]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            x = FloatVector.broadcast(S, a[ap + 7]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            VarHandle.loadLoadFence();
            x = FloatVector.broadcast(S, a[ap + 11]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            x = FloatVector.broadcast(S, a[ap + 15]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
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
