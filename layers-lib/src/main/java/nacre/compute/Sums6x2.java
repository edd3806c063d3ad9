package nacre.compute;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A tile of 6 rows and 2 vectors of the sums of [StepSums]: [PackedSums] has put the six numbers
/// of each step side by side, and the gradient in panels two vectors wide.
///
/// Why it is fast: as [Packed6x2]. With one step to a turn of the loop it takes a fence after each
/// row. The plain twin is [PlainProduct].
final class Sums6x2 {
    private static final VectorSpecies<Float> S = Lanes.S;
    private static final int L = Lanes.COUNT;

    private Sums6x2() {}

    /// Adds `depth` steps to 6 rows of C, which lie `row` apart.
    static void run(
            int depth, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int row) {
        int c0 = cAt;
        int c1 = c0 + row;
        int c2 = c1 + row;
        int c3 = c2 + row;
        int c4 = c3 + row;
        int c5 = c4 + row;
        FloatVector v00 = FloatVector.fromArray(S, c, c0);
        FloatVector v01 = FloatVector.fromArray(S, c, c0 + L);
        FloatVector v10 = FloatVector.fromArray(S, c, c1);
        FloatVector v11 = FloatVector.fromArray(S, c, c1 + L);
        FloatVector v20 = FloatVector.fromArray(S, c, c2);
        FloatVector v21 = FloatVector.fromArray(S, c, c2 + L);
        FloatVector v30 = FloatVector.fromArray(S, c, c3);
        FloatVector v31 = FloatVector.fromArray(S, c, c3 + L);
        FloatVector v40 = FloatVector.fromArray(S, c, c4);
        FloatVector v41 = FloatVector.fromArray(S, c, c4 + L);
        FloatVector v50 = FloatVector.fromArray(S, c, c5);
        FloatVector v51 = FloatVector.fromArray(S, c, c5 + L);
        for (int p = 0; p < depth; p++) {
            int ap = aAt + p * Tiles.ROWS;
            int bp = bAt + p * (2 * L);
            FloatVector b0 = FloatVector.fromArray(S, b, bp);
            FloatVector b1 = FloatVector.fromArray(S, b, bp + L);
            FloatVector x = FloatVector.broadcast(S, a[ap]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            VarHandle.loadLoadFence();
            x = FloatVector.broadcast(S, a[ap + 1]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            VarHandle.loadLoadFence();
            x = FloatVector.broadcast(S, a[ap + 2]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            VarHandle.loadLoadFence();
            x = FloatVector.broadcast(S, a[ap + 3]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            VarHandle.loadLoadFence();
            x = FloatVector.broadcast(S, a[ap + 4]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            VarHandle.loadLoadFence();
            x = FloatVector.broadcast(S, a[ap + 5]);
            v50 = x.fma(b0, v50);
            v51 = x.fma(b1, v51);
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
        v40.intoArray(c, c4);
        v41.intoArray(c, c4 + L);
        v50.intoArray(c, c5);
        v51.intoArray(c, c5 + L);
    }
}
