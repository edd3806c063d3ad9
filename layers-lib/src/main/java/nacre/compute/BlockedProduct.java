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

    /// Tiles of A one above the other that are packed together: about 100 KB.
    private static final int BLOCK = 16;

    /// Numbers left free between packed rows: rows a power of two apart would all fall into the
    /// same few places of the nearest cache.
    private static final int GAP = 16;

    private static final long SMALLEST = 16_000_000;

    private BlockedProduct() {}

    static boolean pays(int m, int n, int k) {
        boolean readOften = n > 2 * Tiles.COLUMNS || k > 4 * DEPTH;
        return m > 64 && n >= Tiles.COLUMNS && readOften && (long) m * n * k > SMALLEST;
    }

    static void multiply(int m, int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        int slices = Math.ceilDiv(k, DEPTH);
        int depth = Math.ceilDiv(k, slices);
        Panels panels =
                Panels.packed(Scratch.floats(Use.PACKED_B, Panels.size(depth, n)), 0, depth, n);
        int line = depth + GAP;
        int[] rows = Scratch.steps(Use.ROWS, BLOCK * Tiles.ROWS, line);
        int[] taps = Scratch.steps(Use.TAPS, depth, 1);
        int[] places = Scratch.steps(Use.PLACES, BLOCK * Tiles.ROWS, c.row());
        int tiles = Math.ceilDiv(m, Tiles.ROWS);
        int grain = Math.min(BLOCK, Math.ceilDiv(tiles, 2 * Threads.count()));
        for (int p = 0; p < k; p += depth) {
            int first = p;
            int now = Math.min(depth, k - p);
            packed(panels, b.from(p, 0), now, n);
            Threads.forEach(
                    tiles,
                    grain,
                    (from, to) -> {
                        float[] mine = Scratch.floats(Use.PACKED_A, BLOCK * Tiles.ROWS * line);
                        Tiles t =
                                new Tiles(
                                        mine,
                                        rows,
                                        taps,
                                        now,
                                        panels.data(),
                                        panels.step(),
                                        c.data(),
                                        places,
                                        false);
                        for (int tile = from; tile < to; tile += BLOCK) {
                            int i = tile * Tiles.ROWS;
                            int high = Math.min(m, Math.min(to, tile + BLOCK) * Tiles.ROWS) - i;
                            Pack.rows(a.from(i, first), high, now, line, mine, 0);
                            for (int j = 0; j < n; j += Tiles.COLUMNS) {
                                int columns = Math.min(Tiles.COLUMNS, n - j);
                                int at = c.at() + i * c.row() + j;
                                boolean last = first + now == k;
                                end.run(
                                        t,
                                        0,
                                        0,
                                        high,
                                        panels.of(j),
                                        at,
                                        j,
                                        columns,
                                        first == 0,
                                        last);
                            }
                        }
                    });
        }
    }

    private static void packed(Panels panels, Matrix b, int depth, int n) {
        Threads.forEach(
                Panels.count(n),
                1,
                (from, to) -> {
                    for (int q = from; q < to; q++) {
                        int j = q * Tiles.COLUMNS;
                        int columns = Math.min(Tiles.COLUMNS, n - j);
                        Pack.rows(
                                b.from(0, j),
                                depth,
                                columns,
                                panels.step(),
                                panels.data(),
                                panels.of(j));
                    }
                });
    }
}
