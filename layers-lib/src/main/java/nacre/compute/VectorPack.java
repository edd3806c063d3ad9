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
    /// four of row 1, and so on to row 5, then the next four terms. Rows that are missing repeat
    /// the last.
    ///
    /// Terms that are missing are -0: times B's 0, they leave every sum as it is, even one of -0.
    static void rows(Matrix a, int count, int terms, float[] out) {
        int fours = terms / TOGETHER;
        int whole = whole(terms);
        for (int i = 0; i < count; i += Tiles.ROWS) {
            int at = i * whole;
            int last = count - 1;
            six(
                    a.data(),
                    line(a, i, last),
                    line(a, i + 1, last),
                    line(a, i + 2, last),
                    line(a, i + 3, last),
                    line(a, i + 4, last),
                    line(a, i + 5, last),
                    fours,
                    out,
                    at);
            for (int r = 0; r < Tiles.ROWS && fours * TOGETHER < terms; r++) {
                for (int p = 0; p < TOGETHER; p++) {
                    int term = fours * TOGETHER + p;
                    float x = term < terms ? a.get(Math.min(i + r, last), term) : -0f;
                    out[at + fours * STEP + r * TOGETHER + p] = x;
                }
            }
        }
    }

    private static int line(Matrix a, int i, int last) {
        return a.at() + Math.min(i, last) * a.row();
    }

    /// So many fours of terms of six rows, which begin at `a0` to `a5`.
    static void six(
            float[] x,
            int a0,
            int a1,
            int a2,
            int a3,
            int a4,
            int a5,
            int fours,
            float[] out,
            int at) {
        for (int p = 0; p < fours; p++) {
            int from = p * TOGETHER;
            int to = at + p * STEP;
            FloatVector.fromArray(FOUR, x, a0 + from).intoArray(out, to);
            FloatVector.fromArray(FOUR, x, a1 + from).intoArray(out, to + TOGETHER);
            FloatVector.fromArray(FOUR, x, a2 + from).intoArray(out, to + 2 * TOGETHER);
            FloatVector.fromArray(FOUR, x, a3 + from).intoArray(out, to + 3 * TOGETHER);
            FloatVector.fromArray(FOUR, x, a4 + from).intoArray(out, to + 4 * TOGETHER);
            FloatVector.fromArray(FOUR, x, a5 + from).intoArray(out, to + 5 * TOGETHER);
        }
    }

    /// Rows of A for one tile of [Turned6x2] after the other: its six rows of term 0, then of term
    /// 1, and so on. What is missing is as in [#rows].
    static void turned(Matrix a, int count, int terms, float[] out) {
        int whole = whole(terms);
        for (int i = 0; i < count; i += Tiles.ROWS) {
            int at = i * whole;
            if (a.row() == 1 && i + Tiles.ROWS <= count) {
                sixSideBySide(a.data(), a.at() + i, a.column(), terms, out, at);
            } else {
                for (int q = 0; q < terms * Tiles.ROWS; q++) {
                    int row = Math.min(i + q % Tiles.ROWS, count - 1);
                    out[at + q] = a.get(row, q / Tiles.ROWS);
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
