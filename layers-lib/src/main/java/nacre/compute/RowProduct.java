package nacre.compute;

import java.util.Arrays;

/// The way of a single row, such as one sample that goes through a dense layer.
///
/// Why it is fast: each number of B is used once, so it takes as long as B takes to be read. No
/// tables are made, and B is read in the order in which it lies, as far as possible.
final class RowProduct {
    /// Columns that a thread takes at least; not from [VectorRow], as that is not there without the
    /// Vector API.
    static final int NARROW = 8 * Vectors.LANES;

    /// Columns from which B does not stay in the caches, and is quicker read by whole rows.
    static final int WIDE = 512;

    private RowProduct() {}

    static boolean pays(int m, Matrix a, Matrix b) {
        return m == 1 && a.column() == 1 && b.column() == 1 && Warmup.tilesReady();
    }

    static void multiply(int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        int share = n < WIDE ? NARROW : Math.max(WIDE, Math.ceilDiv(n, Threads.count()));
        long work = (long) Math.min(n, share) * Math.max(1, k);
        Threads.forEach(
                Math.ceilDiv(n, share),
                (int) Math.max(1, Product.GRAIN / work),
                (from, to) -> {
                    int first = from * share;
                    part(first, Math.min(n, to * share) - first, k, a, b, c, end);
                });
    }

    /// The results of `n` columns from `first` on.
    private static void part(int first, int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        float[] out = c.data();
        int at = c.at() + first;
        if (!end.add() && end.bias() == null) {
            Arrays.fill(out, at, at + n, 0);
        } else if (!end.add()) {
            System.arraycopy(end.bias(), first, out, at, n);
        }
        if (n < WIDE) {
            VectorRow.add(k, a, b.from(0, first), out, at, n);
        } else {
            VectorWideRow.add(k, a, b.from(0, first), out, at, n);
        }
        if (end.f() != null) {
            Elementwise.Part.unary(end.f(), out, at, out, at, n);
        }
    }
}
