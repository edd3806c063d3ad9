package nacre.compute;

import java.util.Arrays;

/// The right operand of a product as its tiles read it: panels of [Tiles#COLUMNS] columns.
///
/// @param step distance of the terms within a panel
/// @param panel distance of the panels
record Panels(float[] data, int at, int step, int panel) {

    /// A matrix whose rows are contiguous, read where it lies.
    static Panels inPlace(Matrix b) {
        return new Panels(b.data(), b.at(), b.row(), Tiles.COLUMNS);
    }

    /// Room for `depth × columns` numbers in `buffer` from `at` on.
    static Panels packed(float[] buffer, int at, int depth, int columns) {
        int width = Math.min(Tiles.COLUMNS, columns);
        return new Panels(buffer, at, width, depth * width);
    }

    static int count(int columns) {
        return (columns + Tiles.COLUMNS - 1) / Tiles.COLUMNS;
    }

    /// How much room [#packed] needs.
    static int size(int depth, int columns) {
        return count(columns) * depth * Math.min(Tiles.COLUMNS, columns);
    }

    /// Where the panel with column `j` begins.
    int of(int j) {
        return at + j / Tiles.COLUMNS * panel;
    }

    /// Copies `depth` rows of `b` into the panels, from term `p` on.
    void pack(Matrix b, int p, int depth, int columns) {
        Threads.forEach(
                count(columns),
                Math.max(1, Elementwise.GRAIN / Math.max(1, depth * step)),
                (from, to) -> {
                    for (int j = from * Tiles.COLUMNS; j < to * Tiles.COLUMNS; j += Tiles.COLUMNS) {
                        int width = Math.min(Tiles.COLUMNS, columns - j);
                        Pack.rows(b.from(0, j), depth, width, data, of(j) + p * step, step);
                    }
                });
    }

    /// Makes `depth` rows zeros, from term `p` on.
    void clear(int p, int depth, int columns) {
        for (int j = 0; j < columns; j += Tiles.COLUMNS) {
            int from = of(j) + p * step;
            Arrays.fill(data, from, from + depth * step, 0);
        }
    }
}
