package nacre.compute;

/// The product that a step of a sequence begins with, `c (+)= a · B` for a few samples: one panel
/// of columns after the other.
record StepProduct(Tiles tiles, Panels panels, int columns) {

    /// @param rows where the row of each sample begins in `a`
    /// @param taps `0, 1, 2 …`, at least `depth` of them
    /// @param places where the row of each sample begins in `c`
    static StepProduct of(
            float[] a,
            int[] rows,
            int[] taps,
            int depth,
            Panels b,
            int columns,
            float[] c,
            int[] places) {
        var tiles = new Tiles(a, rows, taps, depth, b.data(), b.step(), c, places, false);
        return new StepProduct(tiles, b, columns);
    }

    /// How many samples go through the steps together: as few threads as possible read the kernels.
    static int together(int batch) {
        return Math.max(4, (batch + Threads.count() - 1) / Threads.count());
    }

    /// All columns.
    ///
    /// @param bias where the bias of the first column is, if `end` has one
    void run(Epilogue end, int bias, int aAt, int from, int to, int cAt) {
        for (int j = 0; j < columns; j += Tiles.COLUMNS) {
            panel(end, j, bias, aAt, from, to, cAt);
        }
    }

    /// The panel of columns that begins with `j`.
    void panel(Epilogue end, int j, int bias, int aAt, int from, int to, int cAt) {
        int width = Math.min(Tiles.COLUMNS, columns - j);
        end.run(tiles, aAt, from, to, panels.of(j), cAt + j, bias + j, width, true, true);
    }
}
