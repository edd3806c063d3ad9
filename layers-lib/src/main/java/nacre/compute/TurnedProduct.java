package nacre.compute;

import nacre.compute.Scratch.Use;

/// The way of products that are easier the other way round: `Cᵀ = Bᵀ · Aᵀ`, turned back while it is
/// in the nearest cache.
///
/// Why it is fast: a few rows times a large transposed matrix, as in the gradients of a batch that
/// go back through a dense layer, leave B's numbers where they lie; to bring them into order would
/// take longer than to do so with A and C. And a transposed matrix times one of few columns, as in
/// the gradient of the kernel of ten classes, gets full vectors.
final class TurnedProduct {
    private TurnedProduct() {}

    static boolean pays(int m, int n, int k, Matrix a, Matrix b, Epilogue end) {
        boolean fewRows = isTransposed(b) && 2L * m * (n + k) < (long) n * k;
        boolean fewColumns =
                isTransposed(a) && n <= Vectors.LANES && (long) m * n * k < 4 * Product.GRAIN;
        return end == Epilogue.REPLACE && (fewRows || fewColumns);
    }

    private static boolean isTransposed(Matrix x) {
        return x.row() == 1 && x.column() != 1;
    }

    static void multiply(int m, int n, int k, Matrix a, Matrix b, Matrix c) {
        Panels panels = DirectProduct.panels(a.transposed(), k, m);
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
