package nacre.compute;

import nacre.compute.Scratch.Use;

/// The way of products with few results of many terms, such as a batch that goes through a dense
/// layer: the terms are shared out, in a fixed number of parts, and the sums of the parts added in
/// order.
///
/// Why it is fast: a thread reads only its own rows of B. In training they are those that it has
/// itself just updated, so they are in its cache, and no other thread has to ask for them.
final class DeepProduct {
    private static final int PARTS = 4;

    /// Multiply-adds from which several threads gain anything.
    private static final long SMALLEST = 16L * Product.GRAIN;

    /// Rows for which each piece packs B anew.
    private static final int SHARING = 64;

    /// Most numbers in the sums of a part.
    private static final int LARGEST = 1 << 18;

    /// Terms of a part from which it pays, for each row of the result: with fewer, adding the sums
    /// of the parts takes longer than fetching the rows of B that another thread has updated.
    private static final int TERMS = 2;

    private DeepProduct() {}

    static boolean pays(int m, int n, int k, Matrix b) {
        return k / PARTS >= TERMS * m
                && b.column() == 1
                && (long) m * n <= LARGEST
                && (long) m * n * k >= SMALLEST;
    }

    /// Into how many pieces the rows of a part are cut, so that a thread that comes late does not
    /// leave a whole part to another; none, or few, if the rows share a packed B.
    private static int cuts(int m, int n, int k) {
        int depth = k / PARTS;
        long pieces = (long) m * n * depth / (4 * Product.GRAIN);
        int most = PackedProduct.pays(m, n, depth) ? Math.max(1, m / SHARING) : PARTS;
        return BlockedProduct.pays(m, n, depth) || m <= Tiles.ROWS
                ? 1
                : (int) Math.clamp(pieces, 1, most);
    }

    static void multiply(int m, int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        int size = m * n;
        float[] sums = Scratch.floats(Use.PARTS, (PARTS - 1) * size);
        Epilogue start = new Epilogue(end.add(), end.bias(), null);
        int cuts = cuts(m, n, k);
        int high = Math.ceilDiv(Math.ceilDiv(m, Tiles.ROWS), cuts) * Tiles.ROWS;
        Threads.forEach(
                PARTS * cuts,
                1,
                (from, to) -> {
                    for (int chunk = from; chunk < to; chunk++) {
                        int part = chunk / cuts;
                        int p = Threads.chunk(k, part, PARTS);
                        int depth = Threads.chunk(k, part + 1, PARTS) - p;
                        Matrix sum = part == 0 ? c : new Matrix(sums, (part - 1) * size, n, 1);
                        Epilogue how = part == 0 ? start : Epilogue.REPLACE;
                        int i = Math.min(m, chunk % cuts * high);
                        int rows = Math.min(high, m - i);
                        Matrix left = a.from(i, p);
                        Product.undivided(rows, n, depth, left, b.from(p, 0), sum.from(i, 0), how);
                    }
                });
        Threads.forEach(
                m,
                Math.max(1, Elementwise.GRAIN / PARTS / n),
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        finish(c, i, n, sums, size, end);
                    }
                });
    }

    /// Adds the other parts to a row, and applies the function.
    private static void finish(Matrix c, int i, int n, float[] sums, int size, Epilogue end) {
        int at = c.at() + i * c.row();
        for (int part = 1; part < PARTS; part++) {
            int more = (part - 1) * size + i * n;
            Elementwise.Part.binary(Binary.ADD, c.data(), at, sums, more, c.data(), at, n);
        }
        if (end.f() != null) {
            Elementwise.Part.unary(end.f(), c.data(), at, c.data(), at, n);
        }
    }
}
