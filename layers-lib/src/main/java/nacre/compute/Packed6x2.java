package nacre.compute;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A tile of 6 rows and 2 vectors whose terms [VectorPack] has packed, four to a turn of the loop;
/// for x86 processors with 16 vector registers.
///
/// Why it is fast: A and B are each read one number after the other, at distances that the compiler
/// knows. So it looks before the loop whether all of them are in the arrays, and the address is
/// part of the instruction that loads: 95 instructions for 48 multiply-adds.
///
/// Where the sums start is read here and not written into C before: a tile would wait for its six
/// pieces of rows to come from the memory.
///
/// The fences keep the compiler from loading all numbers of A first. Next to the 12 sums there is
/// room for four registers; each number loaded too soon drives a sum out of its own, and a sum that
/// goes through memory at each term takes twice as long. On x86 a fence between loads is no
/// instruction. The plain twin is [PlainProduct].
final class Packed6x2 {
    private static final VectorSpecies<Float> S = Lanes.S;
    private static final int L = Lanes.COUNT;

    private Packed6x2() {}

    /// 6 rows of C, which lie `row` apart: 4 · `fours` terms, added to `start[startAt…]`, or to
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
        int c4 = c3 + row;
        int c5 = c4 + row;
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
