package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;

/// The loops of [RowProduct] for a B of many columns; they give the same bits as [VectorRow].
///
/// Why it is fast: such a B comes from memory, and memory is quickest when read from end to end. So
/// four rows of B are read side by side, and the sums, which are few, are fetched for each four.
final class VectorWideRow {
    private static final int L = Lanes.COUNT;

    private VectorWideRow() {}

    /// `c[at + j] += Σₚ a(0, p) · b(p, j)` for `n` columns.
    static void add(int k, Matrix a, Matrix b, float[] c, int at, int n) {
        float[] x = a.data();
        int whole = n - n % L;
        int p = 0;
        for (; p <= k - 4; p += 4) {
            four(x, a.at() + p, b.data(), b.at() + p * b.row(), b.row(), c, at, whole);
        }
        for (; p < k; p++) {
            VectorElementwise.fma(b.data(), b.at() + p * b.row(), x[a.at() + p], c, at, whole);
        }
        VectorRow.add(k, a, b.from(0, whole), c, at + whole, n - whole);
    }

    private static void four(
            float[] x, int from, float[] y, int row0, int step, float[] c, int to, int n) {
        FloatVector x0 = broadcast(S, x[from]);
        FloatVector x1 = broadcast(S, x[from + 1]);
        FloatVector x2 = broadcast(S, x[from + 2]);
        FloatVector x3 = broadcast(S, x[from + 3]);
        int row1 = row0 + step;
        int row2 = row1 + step;
        int row3 = row2 + step;
        for (int j = 0; j < n; j += L) {
            FloatVector v = fromArray(S, c, to + j);
            v = x0.fma(fromArray(S, y, row0 + j), v);
            v = x1.fma(fromArray(S, y, row1 + j), v);
            v = x2.fma(fromArray(S, y, row2 + j), v);
            v = x3.fma(fromArray(S, y, row3 + j), v);
            v.intoArray(c, to + j);
        }
    }
}
