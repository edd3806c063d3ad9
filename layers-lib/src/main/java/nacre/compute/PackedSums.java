package nacre.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import nacre.compute.Scratch.Use;

/// Packs the steps whose products [StepSums] adds up, for [Sums6x2]: of one tile of rows after the
/// other the six numbers of the first step, then those of the next.
///
/// Why it is fast: they lie side by side already, so they are copied by the vector. Rows that are
/// missing from the last tile hold anything; their sums go nowhere.
final class PackedSums {
    private static final int HIGH = Tiles.ROWS;
    private static final int WIDE = Tiles.COLUMNS;
    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;

    private PackedSums() {}

    /// How much room so many rows need.
    static int size(int rows, int depth) {
        return Math.ceilDiv(rows, HIGH) * HIGH * depth;
    }

    /// Packs `rows` rows: number `i` of step `p` lies at `a[at + taps[p] + i]`.
    static void pack(float[] a, int at, int[] taps, int depth, int rows, float[] out, int to) {
        for (int i = 0; i < rows; i += HIGH) {
            int high = Math.min(HIGH, rows - i);
            if (high == HIGH) {
                sixes(a, at + i, taps, depth, out, to + i * depth);
            } else {
                for (int p = 0; p < depth; p++) {
                    int from = at + i + taps[p];
                    System.arraycopy(a, from, out, to + i * depth + p * HIGH, high);
                }
            }
        }
    }

    private static void sixes(float[] a, int at, int[] taps, int depth, float[] out, int to) {
        for (int p = 0; p < depth; p++) {
            int from = at + taps[p];
            int next = to + p * HIGH;
            FloatVector.fromArray(FOUR, a, from).intoArray(out, next);
            FloatVector.fromArray(FOUR, a, from + 2).intoArray(out, next + 2);
        }
    }

    /// Packs so many columns of the gradient in panels that begin `distance` steps apart.
    static void packPanels(Matrix b, int depth, int columns, float[] out, int distance) {
        int whole = columns / WIDE;
        VectorPack.columns(b.data(), b.at(), b.row(), depth, whole, out, 0, distance * WIDE);
        int done = whole * WIDE;
        if (done < columns) {
            Pack.rows(b.from(0, done), depth, columns - done, out, done * distance, WIDE);
        }
    }

    /// Adds so many steps to a panel of all rows.
    ///
    /// @param b the panel of the gradient
    /// @param row how far apart the rows of the result lie
    /// @param width how many columns the panel has
    static void add(
            float[] packed,
            int at,
            int depth,
            int rows,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            int row,
            int width) {
        for (int i = 0; i < rows; i += HIGH) {
            int high = Math.min(HIGH, rows - i);
            int a = at + i * depth;
            int to = cAt + i * row;
            if (high == HIGH && width == WIDE) {
                Sums6x2.run(depth, packed, a, b, bAt, c, to, row);
            } else {
                beside(packed, a, depth, b, bAt, new Matrix(c, to, row, 1), high, width);
            }
        }
    }

    /// A tile that is not all of it in the result is computed beside it.
    private static void beside(
            float[] packed, int a, int depth, float[] b, int bAt, Matrix c, int high, int width) {
        float[] sums = Scratch.floats(Use.TILE, HIGH * WIDE);
        Pack.rows(c, high, width, sums, 0, WIDE);
        Sums6x2.run(depth, packed, a, b, bAt, sums, 0, WIDE);
        Pack.rows(new Matrix(sums, 0, WIDE, 1), high, width, c.data(), c.at(), c.row());
    }
}
