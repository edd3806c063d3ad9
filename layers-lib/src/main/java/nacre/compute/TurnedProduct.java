package nacre.compute;

import nacre.compute.Scratch.Use;

/// The way of a few rows times a transposed matrix, such as the gradients of a batch that go back
/// through a large kernel: `Cᵀ = Bᵀ · Aᵀ`, turned back while it is in the nearest cache.
///
/// Why it is fast: B's numbers are read where they lie; to bring them into order would take longer
/// than to do so with A and C.
final class TurnedProduct {
    private TurnedProduct() {}

    static boolean pays(int m, int n, int k, Matrix b, Epilogue end) {
        boolean transposed = b.row() == 1 && b.column() != 1;
        return transposed && end == Epilogue.REPLACE && 2L * m * (n + k) < (long) n * k;
    }

    static void multiply(int m, int n, int k, Matrix a, Matrix b, Matrix c) {
        Panels panels = Panels.packed(Scratch.floats(Use.PACKED_B, Panels.size(k, m)), 0, k, m);
        panels.pack(a.transposed(), 0, k, m);
        int[] rows = Scratch.steps(Use.ROWS, n, b.column());
        int[] taps = Scratch.steps(Use.TAPS, k, b.row());
        int[] places = Scratch.steps(Use.PLACES, n, m);
        long work = (long) Tiles.ROWS * m * Math.max(1, k);
        Threads.forEach(
                Math.ceilDiv(n, Tiles.ROWS),
                (int) Math.max(1, Product.GRAIN / work),
                (from, to) -> {
                    int j = from * Tiles.ROWS;
                    int wide = Math.min(n, to * Tiles.ROWS) - j;
                    float[] turned = Scratch.floats(Use.TURNED, wide * m);
                    Tiles tiles =
                            new Tiles(
                                    b.data(),
                                    rows,
                                    taps,
                                    k,
                                    panels.data(),
                                    panels.step(),
                                    turned,
                                    places,
                                    false);
                    int bAt = b.at() + j * b.column();
                    for (int i = 0; i < m; i += Tiles.COLUMNS) {
                        int width = Math.min(Tiles.COLUMNS, m - i);
                        Epilogue.REPLACE.run(
                                tiles, bAt, 0, wide, panels.of(i), i, 0, width, true, true);
                    }
                    Matrix back = new Matrix(turned, 0, 1, m);
                    Pack.rows(back, m, wide, c.data(), c.at() + j, c.row());
                });
    }
}
