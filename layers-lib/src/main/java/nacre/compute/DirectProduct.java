package nacre.compute;

import nacre.compute.Scratch.Use;

/// The way of small products: A is read where it lies, and B too, if its rows are contiguous.
final class DirectProduct {
    /// Tiles one above the other from which C is tall.
    private static final int TALL = 64;

    private DirectProduct() {}

    static void multiply(int m, int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        Panels panels = panels(b, k, n);
        Tiles tiles =
                new Tiles(
                        a.data(),
                        Scratch.steps(Use.ROWS, m, a.row()),
                        Scratch.steps(Use.TAPS, k, a.column()),
                        k,
                        panels.data(),
                        panels.step(),
                        c.data(),
                        Scratch.steps(Use.PLACES, m, c.row()),
                        false);
        int high = Math.ceilDiv(m, Tiles.ROWS);
        boolean tall = high >= TALL;
        int cuts = tall ? 1 : Panels.count(n); // a thread takes the whole width of a tall C's rows
        int wide = tall ? n : Tiles.COLUMNS;
        long work = (long) Tiles.ROWS * Math.min(n, wide) * Math.max(1, k);
        Threads.forEach(
                high * cuts,
                (int) Math.max(1, Product.GRAIN / work),
                (from, to) -> {
                    for (int next, at = from; at < to; at = next) {
                        int first = at / high * wide;
                        next = Math.min(to, (at / high + 1) * high);
                        int i = at % high * Tiles.ROWS;
                        int last = Math.min(m, i + (next - at) * Tiles.ROWS);
                        for (int j = first; j < Math.min(n, first + wide); j += Tiles.COLUMNS) {
                            int width = Math.min(Tiles.COLUMNS, n - j);
                            int bAt = panels.of(j);
                            end.run(tiles, a.at(), i, last, bAt, c.at() + j, j, width, true, true);
                        }
                    }
                });
    }

    /// B as the tiles read it.
    static Panels panels(Matrix b, int k, int n) {
        if (b.column() == 1) {
            return Panels.inPlace(b);
        }
        float[] room = Scratch.floats(Use.PACKED_B, Panels.size(k, n));
        Panels panels = Panels.packed(room, 0, k, n);
        panels.pack(b, 0, k, n);
        return panels;
    }
}
