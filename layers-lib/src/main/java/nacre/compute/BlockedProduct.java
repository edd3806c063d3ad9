package nacre.compute;

import nacre.compute.Scratch.Use;

/// The way of large products: the terms are taken in slices, and what a slice reads is packed
/// first.
///
/// Why it is fast: a packed panel of B (DEPTH rows) stays in the second cache of a core while the
/// tiles of a block of A run over it, and everything is read one after another, which the processor
/// foresees. The cost of packing is spread over many tiles.
final class BlockedProduct {
    /// Terms of one slice: a panel of B is then 64 KB with 64 columns.
    private static final int DEPTH = 256;

    /// Rows of A that are packed together: at most 16 tiles, 96 KB; at least 3, or a panel of B is
    /// read too often.
    private static final int MOST = 16 * Tiles.ROWS;

    private static final int LEAST = 3 * Tiles.ROWS;

    private static final long SMALLEST = 16_000_000;

    private BlockedProduct() {}

    static boolean pays(int m, int n, int k) {
        return m > 64 && n >= Tiles.COLUMNS && (long) m * n * k > SMALLEST;
    }

    static void multiply(int m, int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        int slices = (k + DEPTH - 1) / DEPTH;
        int depth = (k + slices - 1) / slices;
        int panels = (n + Tiles.COLUMNS - 1) / Tiles.COLUMNS;
        float[] packed = Scratch.floats(Use.PACKED_B, panels * Tiles.COLUMNS * depth);
        int block = block(m);
        int[] rows = Scratch.ints(Use.ROWS, block);
        int[] taps = Scratch.steps(Use.TAPS, depth, Tiles.ROWS);
        int[] places = Scratch.steps(Use.PLACES, block, c.row());
        for (int i = 0; i < block; i++) {
            rows[i] = i / Tiles.ROWS * Tiles.ROWS * depth + i % Tiles.ROWS;
        }
        for (int p = 0; p < k; p += depth) {
            int now = Math.min(depth, k - p);
            Matrix slice = b.from(p, 0);
            Threads.forEach(
                    panels,
                    1,
                    (from, to) -> {
                        for (int q = from; q < to; q++) {
                            int j = q * Tiles.COLUMNS;
                            int columns = Math.min(Tiles.COLUMNS, n - j);
                            Pack.rows(
                                    slice.from(0, j),
                                    now,
                                    columns,
                                    Tiles.COLUMNS,
                                    packed,
                                    j * depth);
                        }
                    });
            int from0 = p;
            Threads.forEach(
                    (m + block - 1) / block,
                    1,
                    (from, to) -> {
                        float[] mine = Scratch.floats(Use.PACKED_A, block * depth);
                        Tiles t =
                                new Tiles(
                                        mine,
                                        rows,
                                        taps,
                                        now,
                                        packed,
                                        Tiles.COLUMNS,
                                        c.data(),
                                        places,
                                        false);
                        for (int i = from * block; i < Math.min(m, to * block); i += block) {
                            int high = Math.min(block, m - i);
                            packTiles(a.from(i, from0), high, now, mine, Tiles.ROWS * depth);
                            for (int j = 0; j < n; j += Tiles.COLUMNS) {
                                int columns = Math.min(Tiles.COLUMNS, n - j);
                                int at = c.at() + i * c.row() + j;
                                boolean last = from0 + now == k;
                                end.run(t, 0, 0, high, j * depth, at, j, columns, from0 == 0, last);
                            }
                        }
                    });
        }
    }

    /// Rows of A for each block: two blocks for each thread, where there are enough rows.
    private static int block(int m) {
        int share = m / (2 * Threads.count());
        return Math.clamp(share / Tiles.ROWS * Tiles.ROWS, LEAST, MOST);
    }

    /// Six rows at a time, so that the six numbers of one term lie together.
    private static void packTiles(Matrix a, int rows, int depth, float[] out, int step) {
        for (int i = 0; i < rows; i += Tiles.ROWS) {
            Matrix tile = a.from(i, 0);
            int high = Math.min(Tiles.ROWS, rows - i);
            if (high == Tiles.ROWS) {
                six(tile, depth, out, i / Tiles.ROWS * step);
            } else {
                for (int p = 0; p < depth; p++) {
                    for (int r = 0; r < high; r++) {
                        out[i / Tiles.ROWS * step + p * Tiles.ROWS + r] = tile.get(r, p);
                    }
                }
            }
        }
    }

    private static void six(Matrix a, int depth, float[] out, int at) {
        float[] x = a.data();
        int r = a.row();
        for (int p = 0; p < depth; p++) {
            int from = a.at() + p * a.column();
            int to = at + p * Tiles.ROWS;
            out[to] = x[from];
            out[to + 1] = x[from + r];
            out[to + 2] = x[from + 2 * r];
            out[to + 3] = x[from + 3 * r];
            out[to + 4] = x[from + 4 * r];
            out[to + 5] = x[from + 5 * r];
        }
    }
}
