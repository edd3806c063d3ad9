package nacre.compute;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Brings both operands of a product into the order in which [Packed6x2] or [Turned6x2] reads them.
final class VectorPack {
    /// Terms of a row of A that stay together.
    static final int TOGETHER = 4;

    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
    private static final VectorSpecies<Float> TWO = FloatVector.SPECIES_64;
    private static final VectorSpecies<Float> S = Lanes.S;
    private static final int L = Lanes.COUNT;

    /// From four terms of a row to the next four of the same row.
    private static final int STEP = TOGETHER * Tiles.ROWS;

    private VectorPack() {}

    /// So many terms are packed, those included that fill up the last four.
    static int whole(int terms) {
        return Math.ceilDiv(terms, TOGETHER) * TOGETHER;
    }

    /// Rows of A for one tile of [Packed6x2] after the other: four terms of its row 0, the same
    /// four of row 1, and so on to row 5, then the next four terms. Rows that are missing stay as
    /// they were: nobody looks at their results.
    ///
    /// Terms that are missing are -0: times B's 0, they leave every sum as it is, even one of -0.
    static void rows(Matrix a, int count, int terms, float[] out) {
        rows(a, count, terms, Tiles.ROWS, out, 0, whole(terms));
    }

    /// The same with `high` rows to a tile, for some of the terms: from `first` on, a multiple of
    /// four, of `all`.
    static void rows(Matrix a, int count, int terms, int high, float[] out, int first, int all) {
        int most = terms / TOGETHER * TOGETHER;
        int whole = whole(terms);
        for (int i = 0; i < count; i++) {
            int to = place(i, all, high) + first * Tiles.ROWS;
            row(a.data(), a.at() + i * a.row(), most / TOGETHER, out, to);
            for (int p = most; p < whole; p++) {
                out[to + most * Tiles.ROWS + p - most] = p < terms ? a.get(i, p) : -0f;
            }
        }
    }

    /// Where the first of `terms` terms of a row lie.
    static int place(int i, int terms) {
        return place(i, terms, Tiles.ROWS);
    }

    private static int place(int i, int terms, int high) {
        return i / high * Tiles.ROWS * terms + i % high * TOGETHER;
    }

    /// So many fours of terms of one row, to its [#place]. Four at a time: with fewer, counting
    /// takes as long as copying.
    static void row(float[] x, int from, int fours, float[] out, int at) {
        int p = 0;
        for (; p <= fours - 4; p += 4) {
            int i = from + p * TOGETHER;
            int to = at + p * STEP;
            FloatVector.fromArray(FOUR, x, i).intoArray(out, to);
            FloatVector.fromArray(FOUR, x, i + TOGETHER).intoArray(out, to + STEP);
            FloatVector.fromArray(FOUR, x, i + 2 * TOGETHER).intoArray(out, to + 2 * STEP);
            FloatVector.fromArray(FOUR, x, i + 3 * TOGETHER).intoArray(out, to + 3 * STEP);
        }
        for (; p < fours; p++) {
            FloatVector.fromArray(FOUR, x, from + p * TOGETHER).intoArray(out, at + p * STEP);
        }
    }

    /// Rows of A for one tile of [Turned6x2] after the other: its six rows of term 0, then of term
    /// 1, and so on. Rows and terms that are missing are as in [#rows].
    static void turned(Matrix a, int count, int terms, float[] out) {
        int whole = whole(terms);
        for (int i = 0; i < count; i += Tiles.ROWS) {
            int at = i * whole;
            if (a.row() == 1 && i + Tiles.ROWS <= count) {
                sixSideBySide(a.data(), a.at() + i, a.column(), terms, out, at);
            } else {
                int high = Math.min(Tiles.ROWS, count - i);
                for (int q = 0; q < terms * high; q++) {
                    out[at + q / high * Tiles.ROWS + q % high] = a.get(i + q % high, q / high);
                }
            }
            Arrays.fill(out, at + terms * Tiles.ROWS, at + whole * Tiles.ROWS, -0f);
        }
    }

    private static void sixSideBySide(
            float[] x, int from, int step, int terms, float[] out, int at) {
        for (int p = 0; p < terms; p++) {
            int i = from + p * step;
            int to = at + p * Tiles.ROWS;
            FloatVector.fromArray(FOUR, x, i).intoArray(out, to);
            FloatVector.fromArray(TWO, x, i + 4).intoArray(out, to + 4);
        }
    }

    /// So many panels of two vectors of columns of B, from `from` on, whose rows lie `row` apart.
    ///
    /// Four rows at a time: that is little enough to be read along the rows, and enough to be
    /// written in one piece.
    static void columns(
            float[] b, int from, int row, int terms, int panels, float[] out, int at, int panel) {
        for (int p = 0; p < terms; p += TOGETHER) {
            int end = Math.min(p + TOGETHER, terms);
            for (int j = 0; j < panels; j++) {
                for (int q = p; q < end; q++) {
                    int i = from + q * row + j * (2 * L);
                    int to = at + j * panel + q * (2 * L);
                    FloatVector.fromArray(S, b, i).intoArray(out, to);
                    FloatVector.fromArray(S, b, i + L).intoArray(out, to + L);
                }
            }
        }
    }
}
