package nacre.compute;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Packed6x2] for the many small products of [Winograd].
///
/// Why it is faster there: with 32 terms a tile is done in a hundred cycles, so what comes before
/// and after the loop counts. The sums begin at zero in their registers, and the result lies in one
/// piece: the compiler looks once whether there is room for all of it. More than four terms to a
/// turn make it slower: each number that is read has to be looked up in the same way.
final class Winograd6x2 {
    private static final VectorSpecies<Float> S = Lanes.S;
    private static final int L = Lanes.COUNT;

    private Winograd6x2() {}

    /// 4 · `fours` terms; the rows of the result follow one another from `cAt` on.
    static void run(int fours, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
        FloatVector v00 = FloatVector.zero(S);
        FloatVector v01 = FloatVector.zero(S);
        FloatVector v10 = FloatVector.zero(S);
        FloatVector v11 = FloatVector.zero(S);
        FloatVector v20 = FloatVector.zero(S);
        FloatVector v21 = FloatVector.zero(S);
        FloatVector v30 = FloatVector.zero(S);
        FloatVector v31 = FloatVector.zero(S);
        FloatVector v40 = FloatVector.zero(S);
        FloatVector v41 = FloatVector.zero(S);
        FloatVector v50 = FloatVector.zero(S);
        FloatVector v51 = FloatVector.zero(S);
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
            x = FloatVector.broadcast(S, a[ap + 16]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            x = FloatVector.broadcast(S, a[ap + 20]);
            v50 = x.fma(b0, v50);
            v51 = x.fma(b1, v51);
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
            x = FloatVector.broadcast(S, a[ap + 17]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            x = FloatVector.broadcast(S, a[ap + 21]);
            v50 = x.fma(b0, v50);
            v51 = x.fma(b1, v51);
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
            x = FloatVector.broadcast(S, a[ap + 18]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            x = FloatVector.broadcast(S, a[ap + 22]);
            v50 = x.fma(b0, v50);
            v51 = x.fma(b1, v51);
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
            VarHandle.loadLoadFence();
            x = FloatVector.broadcast(S, a[ap + 19]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            x = FloatVector.broadcast(S, a[ap + 23]);
            v50 = x.fma(b0, v50);
            v51 = x.fma(b1, v51);
        }
        v00.intoArray(c, cAt);
        v01.intoArray(c, cAt + L);
        v10.intoArray(c, cAt + 2 * L);
        v11.intoArray(c, cAt + 3 * L);
        v20.intoArray(c, cAt + 4 * L);
        v21.intoArray(c, cAt + 5 * L);
        v30.intoArray(c, cAt + 6 * L);
        v31.intoArray(c, cAt + 7 * L);
        v40.intoArray(c, cAt + 8 * L);
        v41.intoArray(c, cAt + 9 * L);
        v50.intoArray(c, cAt + 10 * L);
        v51.intoArray(c, cAt + 11 * L);
    }
}
