package nacre.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Brings both operands of a product into the order in which [Packed6x2] reads them.
final class VectorPack {
    /// Terms of a row of A that stay together.
    static final int TOGETHER = 4;

    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
    private static final VectorSpecies<Float> S = Lanes.S;
    private static final int L = Lanes.COUNT;

    /// From four terms of a row to the next four of the same row.
    private static final int STEP = TOGETHER * Tiles.ROWS;

    private VectorPack() {}

    /// So many terms are packed, those included that fill up the last four.
    static int whole(int terms) {
        return Math.ceilDiv(terms, TOGETHER) * TOGETHER;
    }

    /// Rows of A for one tile after the other: four terms of its row 0, the same four of row 1, and
    /// so on to row 5, then the next four terms. Rows that are missing repeat the last.
    ///
    /// Terms that are missing are -0: times B's 0, they leave every sum as it is, even one of -0.
    static void rows(Matrix a, int count, int terms, float[] out) {
        int most = terms / TOGETHER * TOGETHER;
        int whole = whole(terms);
        int padded = Math.ceilDiv(count, Tiles.ROWS) * Tiles.ROWS;
        if (a.column() == 1) {
            for (int i = 0; i < padded; i++) {
                int from = a.at() + Math.min(i, count - 1) * a.row();
                row(a.data(), from, most / TOGETHER, out, place(i, whole));
            }
        } else {
            for (int p = 0; p < most; p += TOGETHER) {
                turned(a, p, count, padded, whole, out);
            }
        }
        for (int i = 0; i < padded && most < terms; i++) {
            int to = place(i, whole) + most * Tiles.ROWS;
            for (int p = 0; p < TOGETHER; p++) {
                boolean missing = most + p >= terms;
                out[to + p] = missing ? -0f : a.get(Math.min(i, count - 1), most + p);
            }
        }
    }

    /// Where the first of `terms` terms of a row lie.
    static int place(int i, int terms) {
        return i / Tiles.ROWS * Tiles.ROWS * terms + i % Tiles.ROWS * TOGETHER;
    }

    /// So many fours of terms of one row, to its [#place].
    static void row(float[] x, int from, int fours, float[] out, int at) {
        for (int p = 0; p < fours; p++) {
            FloatVector.fromArray(FOUR, x, from + p * TOGETHER).intoArray(out, at + p * STEP);
        }
    }

    /// Four terms from `p` on of rows that go down the columns of `a`; of all rows at once, as they
    /// lie side by side.
    private static void turned(Matrix a, int p, int count, int padded, int whole, float[] out) {
        float[] x = a.data();
        int at = a.at() + p * a.column();
        int step = a.column();
        for (int first = 0; first < padded; first += Tiles.ROWS) {
            int tile = place(first, whole) + p * Tiles.ROWS;
            for (int i = 0; i < Tiles.ROWS; i++) {
                int from = at + Math.min(first + i, count - 1) * a.row();
                int to = tile + i * TOGETHER;
                out[to] = x[from];
                out[to + 1] = x[from + step];
                out[to + 2] = x[from + 2 * step];
                out[to + 3] = x[from + 3 * step];
            }
        }
    }

    /// Two vectors of columns of B, whose rows lie `row` apart.
    static void columns(float[] b, int from, int row, int terms, float[] out, int at) {
        for (int p = 0; p < terms; p++) {
            int i = from + p * row;
            int to = at + p * (2 * L);
            FloatVector.fromArray(S, b, i).intoArray(out, to);
            FloatVector.fromArray(S, b, i + L).intoArray(out, to + L);
        }
    }
}
