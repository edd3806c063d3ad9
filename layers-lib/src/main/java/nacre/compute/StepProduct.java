package nacre.compute;

import nacre.compute.Scratch.Use;

/// The product that a step of a sequence begins with, `c (+)= a · B` for a few samples: one panel
/// of columns after the other. [StepKernels] gets it ready.
///
/// @param sample how far apart the rows of neighbouring samples begin in `a`
/// @param packed whether it is the way of [PackedRows]
record StepProduct(Tiles tiles, Panels panels, int columns, int sample, boolean packed) {

    /// How many samples go through the steps together where nothing is packed: as many as the
    /// lowest tile has rows.
    private static final int FEWEST = 4;

    /// How many at most where the samples' numbers are packed: two tiles of six and one of four.
    /// Each panel of the kernel then comes from the second cache once for all of them, and it stays
    /// in the nearest one beside what they are multiplied with.
    private static final int MOST = 16;

    StepProduct(Tiles tiles, Panels panels, int columns, int sample) {
        this(tiles, panels, columns, sample, columns >= Tiles.COLUMNS && Warmup.packedReady());
    }

    /// How many samples go through the steps together. It may depend on the number of threads, as
    /// samples do not know of each other.
    static int together(int batch) {
        int share = Math.ceilDiv(batch, Threads.count());
        return Warmup.packedReady() ? Math.clamp(share, FEWEST, MOST) : FEWEST;
    }

    /// All columns.
    ///
    /// @param bias where the bias of the first column is, if `end` has one
    void run(Epilogue end, int bias, int aAt, int from, int to, int cAt) {
        if (packed) {
            runPacked(end, bias, aAt, from, to, cAt);
            return;
        }
        for (int j = 0; j < columns; j += Tiles.COLUMNS) {
            int width = Math.min(Tiles.COLUMNS, columns - j);
            end.run(tiles, aAt, from, to, panels.of(j), cAt + j, bias + j, width, true, true);
        }
    }

    private void runPacked(Epilogue end, int bias, int aAt, int from, int to, int cAt) {
        int terms = VectorPack.whole(tiles.depth());
        int rows = Math.ceilDiv(to - from, Tiles.ROWS) * Tiles.ROWS;
        float[] room = Scratch.floats(Use.PACKED_A, rows * terms);
        Matrix a = new Matrix(tiles.a(), aAt + from * sample, sample, 1);
        VectorPack.rows(a, to - from, tiles.depth(), room);
        new PackedRows(panels, tiles.c(), tiles.places(), end, false)
                .add(room, 0, terms, from, to, cAt, bias, columns, true, true);
    }
}
