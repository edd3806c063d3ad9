package nacre.compute;

import java.util.Arrays;
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

    /// Rows of A that are packed together: about 100 KB.
    private static final int BLOCK = 16 * Tiles.ROWS;

    /// Numbers left free between packed rows: rows a power of two apart would all fall into the
    /// same few places of the nearest cache.
    private static final int GAP = 16;

    private static final long SMALLEST = 16_000_000;

    private final int n;
    private final int k;
    private final Matrix a;
    private final Matrix c;
    private final Epilogue end;
    private final Panels panels;
    private final int line;
    private final int[] rows;
    private final int[] taps;
    private final int[] places;

    private BlockedProduct(int n, int k, int depth, Matrix a, Matrix c, Epilogue end) {
        this.n = n;
        this.k = k;
        this.a = a;
        this.c = c;
        this.end = end;
        float[] room = Scratch.floats(Use.PACKED_B, Panels.size(depth, n));
        panels = Panels.packed(room, 0, depth, n);
        line = depth + GAP;
        rows = Scratch.steps(Use.ROWS, BLOCK, line);
        taps = Scratch.steps(Use.TAPS, depth, 1);
        places = Scratch.steps(Use.PLACES, BLOCK, c.row());
    }

    static boolean pays(int m, int n, int k) {
        boolean readOften = n > 2 * Tiles.COLUMNS || k > 4 * DEPTH;
        return m > 64 && n >= Tiles.COLUMNS && readOften && (long) m * n * k > SMALLEST;
    }

    static void multiply(int m, int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        int slices = Math.ceilDiv(k, DEPTH);
        int depth = Math.ceilDiv(k, slices);
        var product = new BlockedProduct(n, k, depth, a, c, end);
        int tiles = Math.ceilDiv(m, Tiles.ROWS);
        int share = Math.ceilDiv(tiles, 2 * Threads.count());
        for (int p = 0; p < k; p += depth) {
            int first = p;
            int terms = Math.min(depth, k - p);
            product.panels.pack(b.from(p, 0), 0, terms, n);
            Threads.forEach(
                    tiles,
                    Math.min(BLOCK / Tiles.ROWS, share),
                    (from, to) -> {
                        int last = Math.min(m, to * Tiles.ROWS);
                        product.add(from * Tiles.ROWS, last, first, terms);
                    });
        }
    }

    /// Adds `terms` terms from `first` on to the rows `from` to `to` of C.
    private void add(int from, int to, int first, int terms) {
        float[] packed = Scratch.floats(Use.PACKED_A, BLOCK * line);
        Tiles tiles =
                new Tiles(
                        packed,
                        rows,
                        taps,
                        terms,
                        panels.data(),
                        panels.step(),
                        c.data(),
                        places,
                        false);
        boolean begins = first == 0;
        boolean ends = first + terms == k;
        for (int i = from; i < to; i += BLOCK) {
            int high = Math.min(BLOCK, to - i);
            Pack.rows(a.from(i, first), high, terms, packed, 0, line);
            int at = c.at() + i * c.row();
            if (begins && !end.add()) {
                fetch(at, high);
            }
            for (int j = 0; j < n; j += Tiles.COLUMNS) {
                int width = Math.min(Tiles.COLUMNS, n - j);
                end.run(tiles, 0, 0, high, panels.of(j), at + j, j, width, begins, ends);
            }
        }
    }

    /// Brings rows of C into the cache by writing them one after another, which the processor
    /// foresees; each tile by itself would wait for its six pieces of rows.
    private void fetch(int at, int rows) {
        for (int i = 0; i < rows; i++) {
            Arrays.fill(c.data(), at + i * c.row(), at + i * c.row() + n, 0);
        }
    }
}
