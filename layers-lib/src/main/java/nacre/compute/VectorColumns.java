package nacre.compute;

import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;

/// [Tiles] whose columns are kept apart: tiles of 10 rows and one vector; columns that fill none
/// are done by the plain twin.
///
/// Why it is fast: each vector of B serves 10 rows, so there is hardly more than one load for each
/// fused multiply-add, and the 10 sums are never stored in between. Ten are also just enough for
/// the nine taps of a 3 × 3 kernel's gradient. There are no masks: with them a tile is too much for
/// the first compiler, and the code made before it, which makes an object of each vector, would
/// stay.
final class VectorColumns {
    private static final int ROWS = 10;
    private static final int L = Lanes.COUNT;

    private VectorColumns() {}

    static void run(
            Tiles t,
            int aAt,
            int from,
            int to,
            int bAt,
            int cAt,
            int columns,
            float[] start,
            int startAt,
            float floor) {
        int whole = columns - columns % L;
        for (int i = from; i < to; i += ROWS) {
            rows(t, aAt, i, to - 1, bAt, cAt, start, startAt, whole);
            if (floor != Tiles.NO_FLOOR) {
                VectorTiles.cut(t.c(), t.places(), i, Math.min(i + ROWS, to), cAt, whole, floor);
            }
        }
        int left = columns - whole;
        if (left > 0) {
            PlainTiles.run(
                    t,
                    aAt + whole,
                    from,
                    to,
                    bAt + whole,
                    cAt + whole,
                    left,
                    start,
                    startAt + whole,
                    floor);
        }
    }

    private static void rows(
            Tiles t,
            int aAt,
            int i,
            int last,
            int bAt,
            int cAt,
            float[] start,
            int startAt,
            int columns) {
        float[] a = t.a();
        float[] b = t.b();
        float[] c = t.c();
        int[] taps = t.taps();
        int depth = t.depth();
        int step = t.step();
        int startStep = start == c ? 1 : 0;
        int i0 = i;
        int i1 = Math.min(i + 1, last);
        int i2 = Math.min(i + 2, last);
        int i3 = Math.min(i + 3, last);
        int i4 = Math.min(i + 4, last);
        int i5 = Math.min(i + 5, last);
        int i6 = Math.min(i + 6, last);
        int i7 = Math.min(i + 7, last);
        int i8 = Math.min(i + 8, last);
        int i9 = Math.min(i + 9, last);
        int a0 = aAt + t.rows()[i0];
        int a1 = aAt + t.rows()[i1];
        int a2 = aAt + t.rows()[i2];
        int a3 = aAt + t.rows()[i3];
        int a4 = aAt + t.rows()[i4];
        int a5 = aAt + t.rows()[i5];
        int a6 = aAt + t.rows()[i6];
        int a7 = aAt + t.rows()[i7];
        int a8 = aAt + t.rows()[i8];
        int a9 = aAt + t.rows()[i9];
        int c0 = cAt + t.places()[i0];
        int c1 = cAt + t.places()[i1];
        int c2 = cAt + t.places()[i2];
        int c3 = cAt + t.places()[i3];
        int c4 = cAt + t.places()[i4];
        int c5 = cAt + t.places()[i5];
        int c6 = cAt + t.places()[i6];
        int c7 = cAt + t.places()[i7];
        int c8 = cAt + t.places()[i8];
        int c9 = cAt + t.places()[i9];
        for (int j = 0; j < columns; j += L) {
            FloatVector v0 = fromArray(S, start, startAt + c0 * startStep + j);
            FloatVector v1 = fromArray(S, start, startAt + c1 * startStep + j);
            FloatVector v2 = fromArray(S, start, startAt + c2 * startStep + j);
            FloatVector v3 = fromArray(S, start, startAt + c3 * startStep + j);
            FloatVector v4 = fromArray(S, start, startAt + c4 * startStep + j);
            FloatVector v5 = fromArray(S, start, startAt + c5 * startStep + j);
            FloatVector v6 = fromArray(S, start, startAt + c6 * startStep + j);
            FloatVector v7 = fromArray(S, start, startAt + c7 * startStep + j);
            FloatVector v8 = fromArray(S, start, startAt + c8 * startStep + j);
            FloatVector v9 = fromArray(S, start, startAt + c9 * startStep + j);
            for (int p = 0; p < depth; p++) {
                int tap = taps[p] + j;
                FloatVector x = fromArray(S, b, bAt + p * step + j);
                v0 = x.fma(fromArray(S, a, a0 + tap), v0);
                v1 = x.fma(fromArray(S, a, a1 + tap), v1);
                v2 = x.fma(fromArray(S, a, a2 + tap), v2);
                v3 = x.fma(fromArray(S, a, a3 + tap), v3);
                v4 = x.fma(fromArray(S, a, a4 + tap), v4);
                v5 = x.fma(fromArray(S, a, a5 + tap), v5);
                v6 = x.fma(fromArray(S, a, a6 + tap), v6);
                v7 = x.fma(fromArray(S, a, a7 + tap), v7);
                v8 = x.fma(fromArray(S, a, a8 + tap), v8);
                v9 = x.fma(fromArray(S, a, a9 + tap), v9);
            }
            v0.intoArray(c, c0 + j);
            v1.intoArray(c, c1 + j);
            v2.intoArray(c, c2 + j);
            v3.intoArray(c, c3 + j);
            v4.intoArray(c, c4 + j);
            v5.intoArray(c, c5 + j);
            v6.intoArray(c, c6 + j);
            v7.intoArray(c, c7 + j);
            v8.intoArray(c, c8 + j);
            v9.intoArray(c, c9 + j);
        }
    }
}
