package nacre.compute;

import java.util.Arrays;
import nacre.compute.Scratch.Use;

/// The way of products that are worth packing, on processors with 16 vector registers: like
/// [BlockedProduct], but in the order of [Packed6x2], which pays much sooner.
final class PackedProduct {
    private static final int WIDE = Tiles.COLUMNS;

    /// With fewer rows packing B does not pay, with fewer columns or terms packing A. A panel that
    /// is filled only in part still beats tiles of one vector.
    private static final int FEWEST_ROWS = 32;

    private static final int FEWEST_COLUMNS = Vectors.LANES + 1;
    private static final int FEWEST_TERMS = 32;

    /// Multiply-adds from which packing pays; fewer where C does not fill a panel.
    private static final long SMALLEST = 100_000;

    private static final long SMALLEST_NARROW = 40_000;

    private final int n;
    private final int k;
    private final Matrix a;
    private final Matrix b;
    private final Matrix c;
    private final int depth;
    private final Panels panels;
    private final PackedRows rows;

    private PackedProduct(int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        this.n = n;
        this.k = k;
        this.a = a;
        this.b = b;
        this.c = c;
        depth = PackedRows.slice(k);
        float[] room = Scratch.floats(Use.PACKED_B, Panels.count(n) * depth * WIDE);
        panels = new Panels(room, 0, WIDE, depth * WIDE);
        int[] places = Scratch.steps(Use.PLACES, PackedRows.ROWS, c.row());
        rows = new PackedRows(panels, c.data(), places, end, a.column() != 1);
    }

    static boolean pays(int m, int n, int k) {
        boolean readOften = m >= FEWEST_ROWS && n >= FEWEST_COLUMNS;
        return readOften
                && k >= FEWEST_TERMS
                && (long) m * n * k >= (n < WIDE ? SMALLEST_NARROW : SMALLEST)
                && Warmup.packedReady();
    }

    static void multiply(int m, int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        var product = new PackedProduct(n, k, a, b, c, end);
        int tiles = Math.ceilDiv(m, Tiles.ROWS);
        int share = Math.ceilDiv(tiles, 2 * Threads.count());
        int most = PackedRows.ROWS / Tiles.ROWS;
        // fewer are done before another thread would have started
        int least = (int) (Product.GRAIN / ((long) Tiles.ROWS * n * product.depth));
        for (int p = 0; p < k; p += product.depth) {
            int first = p;
            product.pack(first);
            Threads.forEach(
                    tiles,
                    Math.max(least, Math.min(most, share)),
                    (from, to) -> {
                        for (int tile = from; tile < to; tile += most) {
                            int i = tile * Tiles.ROWS;
                            int last = Math.min(m, Math.min(to, tile + most) * Tiles.ROWS);
                            product.block(i, last - i, first);
                        }
                    });
        }
    }

    /// How many terms the slice from `first` on has.
    private int terms(int first) {
        return Math.min(depth, k - first);
    }

    /// Packs the rows of B from `first` on.
    private void pack(int first) {
        int terms = terms(first);
        int whole = VectorPack.whole(terms);
        Matrix part = b.from(first, 0);
        int wholePanels = b.column() == 1 ? n / WIDE : 0;
        Threads.forEach(
                Panels.count(n),
                Math.max(1, Elementwise.GRAIN / (whole * WIDE)),
                (from, to) -> {
                    float[] room = panels.data();
                    int quick = Math.clamp(wholePanels, from, to);
                    VectorPack.columns(
                            part.data(),
                            part.at() + from * WIDE,
                            part.row(),
                            terms,
                            quick - from,
                            room,
                            panels.of(from * WIDE),
                            panels.panel());
                    for (int j = quick * WIDE; j < Math.min(n, to * WIDE); j += WIDE) {
                        int width = Math.min(WIDE, n - j);
                        Pack.rows(part.from(0, j), terms, width, room, panels.of(j), WIDE);
                    }
                    for (int j = from; j < to; j++) {
                        int at = panels.of(j * WIDE);
                        Arrays.fill(room, at + terms * WIDE, at + whole * WIDE, 0);
                    }
                });
    }

    /// Adds the terms from `first` on to so many rows of C, from `i` on.
    private void block(int i, int high, int first) {
        float[] packed = PackedRows.room(depth);
        Matrix part = a.from(i, first);
        if (rows.turned()) {
            VectorPack.turned(part, high, terms(first), packed);
        } else {
            VectorPack.rows(part, high, terms(first), packed);
        }
        int whole = VectorPack.whole(terms(first));
        boolean last = first + depth >= k;
        rows.add(packed, 0, whole, 0, high, c.at() + i * c.row(), 0, n, first == 0, last);
    }
}
