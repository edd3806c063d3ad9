package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The loops of [RowProduct] for a B of few columns; terms are added in order, so they give the
/// same bits as [PlainTiles].
///
/// Why it is fast: sums stay in registers, and B's rows are read a few at a time from end to end,
/// which the processor foresees.
final class VectorRow {
    private static final int L = Lanes.COUNT;

    /// Rows of B that are read before the next columns of them are.
    private static final int ROWS = 64;

    private VectorRow() {}

    /// `c[at + j] += Σₚ a(0, p) · b(p, j)` for `n` columns.
    static void add(int k, Matrix a, Matrix b, float[] c, int at, int n) {
        int rows = n <= 8 * L ? k : ROWS;
        for (int p = 0; p < k; p += rows) {
            some(Math.min(rows, k - p), a.from(0, p), b.from(p, 0), c, at, n);
        }
    }

    private static void some(int k, Matrix a, Matrix b, float[] c, int at, int n) {
        int j = 0;
        for (; j <= n - 8 * L; j += 8 * L) {
            eight(k, a, b, j, c, at + j);
        }
        for (; j <= n - 4 * L; j += 4 * L) {
            four(k, a, b, j, c, at + j);
        }
        for (; j < n; j += L) {
            one(k, a, b, j, c, at + j, Math.min(L, n - j));
        }
    }

    private static void eight(int k, Matrix a, Matrix b, int j, float[] c, int to) {
        float[] x = a.data();
        float[] y = b.data();
        FloatVector v0 = fromArray(S, c, to);
        FloatVector v1 = fromArray(S, c, to + L);
        FloatVector v2 = fromArray(S, c, to + 2 * L);
        FloatVector v3 = fromArray(S, c, to + 3 * L);
        FloatVector v4 = fromArray(S, c, to + 4 * L);
        FloatVector v5 = fromArray(S, c, to + 5 * L);
        FloatVector v6 = fromArray(S, c, to + 6 * L);
        FloatVector v7 = fromArray(S, c, to + 7 * L);
        int from = a.at();
        int row = b.row();
        int at = b.at() + j;
        for (int p = 0; p < k; p++, at += row) {
            FloatVector xp = broadcast(S, x[from + p]);
            v0 = xp.fma(fromArray(S, y, at), v0);
            v1 = xp.fma(fromArray(S, y, at + L), v1);
            v2 = xp.fma(fromArray(S, y, at + 2 * L), v2);
            v3 = xp.fma(fromArray(S, y, at + 3 * L), v3);
            v4 = xp.fma(fromArray(S, y, at + 4 * L), v4);
            v5 = xp.fma(fromArray(S, y, at + 5 * L), v5);
            v6 = xp.fma(fromArray(S, y, at + 6 * L), v6);
            v7 = xp.fma(fromArray(S, y, at + 7 * L), v7);
        }
        v0.intoArray(c, to);
        v1.intoArray(c, to + L);
        v2.intoArray(c, to + 2 * L);
        v3.intoArray(c, to + 3 * L);
        v4.intoArray(c, to + 4 * L);
        v5.intoArray(c, to + 5 * L);
        v6.intoArray(c, to + 6 * L);
        v7.intoArray(c, to + 7 * L);
    }

    private static void four(int k, Matrix a, Matrix b, int j, float[] c, int to) {
        float[] x = a.data();
        float[] y = b.data();
        FloatVector v0 = fromArray(S, c, to);
        FloatVector v1 = fromArray(S, c, to + L);
        FloatVector v2 = fromArray(S, c, to + 2 * L);
        FloatVector v3 = fromArray(S, c, to + 3 * L);
        int from = a.at();
        int row = b.row();
        int at = b.at() + j;
        for (int p = 0; p < k; p++, at += row) {
            FloatVector xp = broadcast(S, x[from + p]);
            v0 = xp.fma(fromArray(S, y, at), v0);
            v1 = xp.fma(fromArray(S, y, at + L), v1);
            v2 = xp.fma(fromArray(S, y, at + 2 * L), v2);
            v3 = xp.fma(fromArray(S, y, at + 3 * L), v3);
        }
        v0.intoArray(c, to);
        v1.intoArray(c, to + L);
        v2.intoArray(c, to + 2 * L);
        v3.intoArray(c, to + 3 * L);
    }

    private static void one(int k, Matrix a, Matrix b, int j, float[] c, int to, int left) {
        VectorMask<Float> mask = S.indexInRange(0, left);
        float[] x = a.data();
        float[] y = b.data();
        FloatVector v = fromArray(S, c, to, mask);
        int from = a.at();
        int row = b.row();
        int at = b.at() + j;
        for (int p = 0; p < k; p++, at += row) {
            v = broadcast(S, x[from + p]).fma(fromArray(S, y, at, mask), v);
        }
        v.intoArray(c, to, mask);
    }
}
