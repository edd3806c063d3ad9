package nacre.compute;

import nacre.compute.Scratch.Use;
import org.jspecify.annotations.Nullable;

/// Matrix products: `C(i, j) = Σₚ A(i, p) · B(p, j)`.
///
/// A and B are seen through a stride for each of their axes, so that a transposed matrix needs no
/// copy: element `A(i, p)` is `a[ao + i·ars + p·aks]`, `B(p, j)` is `b[bo + p·bks + j·bcs]`, `C(i,
/// j)` is `c[co + i·ldc + j]`.
public final class Product {
    /// Multiply-adds below which one thread is done before another would have started.
    static final int GRAIN = 150_000;

    /// Tiles one above the other from which C is tall.
    private static final int TALL = 64;

    private Product() {}

    /// One product of an `m × k` and a `k × n` matrix; adds to C if `accumulate`, else replaces it.
    public static void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int ao,
            int ars,
            int aks,
            float[] b,
            int bo,
            int bks,
            int bcs,
            float[] c,
            int co,
            int ldc,
            boolean accumulate) {
        Epilogue end = accumulate ? Epilogue.ADD : Epilogue.REPLACE;
        multiply(
                m,
                n,
                k,
                new Matrix(a, ao, ars, aks),
                new Matrix(b, bo, bks, bcs),
                new Matrix(c, co, ldc, 1),
                end);
    }

    /// One product with what a dense layer does next: `C = f(A · B + bias)`, the bias along the
    /// rows of C.
    ///
    /// @param bias may be null
    /// @param f may be null, for the sum as it is
    public static void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int ao,
            int ars,
            int aks,
            float[] b,
            int bo,
            int bks,
            int bcs,
            float @Nullable [] bias,
            @Nullable Unary f,
            float[] c,
            int co,
            int ldc) {
        Epilogue end = new Epilogue(false, bias, f);
        multiply(
                m,
                n,
                k,
                new Matrix(a, ao, ars, aks),
                new Matrix(b, bo, bks, bcs),
                new Matrix(c, co, ldc, 1),
                end);
    }

    /// `batch` products of the same shape; the matrices of product `i` begin `i` steps further on.
    public static void batched(
            int batch,
            int aStep,
            int bStep,
            int cStep,
            int m,
            int n,
            int k,
            float[] a,
            int ao,
            int ars,
            int aks,
            float[] b,
            int bo,
            int bks,
            int bcs,
            float[] c,
            int co,
            int ldc,
            boolean accumulate) {
        Threads.forEach(
                batch,
                (int) Math.max(1, GRAIN / Math.max(1L, (long) m * n * k)),
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        multiply(
                                m,
                                n,
                                k,
                                a,
                                ao + i * aStep,
                                ars,
                                aks,
                                b,
                                bo + i * bStep,
                                bks,
                                bcs,
                                c,
                                co + i * cStep,
                                ldc,
                                accumulate);
                    }
                });
    }

    static void multiply(int m, int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        if (m == 0 || n == 0) {
            return;
        }
        if (DeepProduct.pays(m, n, k, b)) {
            DeepProduct.multiply(m, n, k, a, b, c, end);
        } else {
            undivided(m, n, k, a, b, c, end);
        }
    }

    /// A product whose sums are each made by one thread.
    static void undivided(int m, int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        if (BlockedProduct.pays(m, n, k)) {
            BlockedProduct.multiply(m, n, k, a, b, c, end);
        } else if (turningPays(m, n, k, b, c, end)) {
            turned(m, n, k, a, b, c);
        } else {
            direct(m, n, k, a, b, c, end);
        }
    }

    /// Whether B is a transposed matrix that it takes longer to bring into order than A and C, as
    /// with the few rows of a batch that go back through a large kernel.
    private static boolean turningPays(int m, int n, int k, Matrix b, Matrix c, Epilogue end) {
        boolean plain = end == Epilogue.REPLACE && c.row() == n;
        return plain && b.row() == 1 && b.column() != 1 && 2L * m * (n + k) < (long) n * k;
    }

    /// `Cᵀ = Bᵀ · Aᵀ`, then turned back: B's numbers are read where they lie.
    private static void turned(int m, int n, int k, Matrix a, Matrix b, Matrix c) {
        float[] result = Scratch.floats(Use.TURNED, n * m);
        Matrix turned = new Matrix(result, 0, m, 1);
        direct(n, m, k, b.transposed(), a.transposed(), turned, Epilogue.REPLACE);
        Matrix back = turned.transposed();
        Threads.forEach(
                m,
                Math.max(1, Elementwise.GRAIN / n),
                (from, to) ->
                        Pack.rows(
                                back.from(from, 0), to - from, n, n, c.data(), c.at() + from * n));
    }

    /// A is read where it lies; B too, if its rows are contiguous.
    private static void direct(int m, int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        int panels = (n + Tiles.COLUMNS - 1) / Tiles.COLUMNS;
        boolean inPlace = b.column() == 1;
        float[] packed =
                inPlace ? b.data() : Scratch.floats(Use.PACKED_B, panels * Tiles.COLUMNS * k);
        if (!inPlace) {
            Threads.forEach(
                    panels,
                    Math.max(1, Elementwise.GRAIN / Math.max(1, k * Tiles.COLUMNS)),
                    (from, to) -> {
                        for (int p = from; p < to; p++) {
                            int j = p * Tiles.COLUMNS;
                            Pack.rows(
                                    b.from(0, j),
                                    k,
                                    Math.min(Tiles.COLUMNS, n - j),
                                    Tiles.COLUMNS,
                                    packed,
                                    j * k);
                        }
                    });
        }
        int[] rows = Scratch.steps(Use.ROWS, m, a.row());
        int[] taps = Scratch.steps(Use.TAPS, k, a.column());
        int[] places = Scratch.steps(Use.PLACES, m, c.row());
        Tiles tiles =
                new Tiles(
                        a.data(),
                        rows,
                        taps,
                        k,
                        packed,
                        inPlace ? b.row() : Tiles.COLUMNS,
                        c.data(),
                        places,
                        false);
        int high = (m + Tiles.ROWS - 1) / Tiles.ROWS;
        boolean tall = high >= TALL;
        int cuts = tall ? 1 : panels; // a thread takes the whole width of its rows of a tall C
        int width = tall ? n : Tiles.COLUMNS;
        long work = (long) Tiles.ROWS * Math.min(n, width) * Math.max(1, k);
        Threads.forEach(
                high * cuts,
                (int) Math.max(1, GRAIN / work),
                (from, to) -> {
                    for (int next, at = from; at < to; at = next) {
                        int first = at / high * width;
                        next = Math.min(to, (at / high + 1) * high);
                        int i = at % high * Tiles.ROWS;
                        int end1 = Math.min(m, (i / Tiles.ROWS + next - at) * Tiles.ROWS);
                        for (int j = first; j < Math.min(n, first + width); j += Tiles.COLUMNS) {
                            int columns = Math.min(Tiles.COLUMNS, n - j);
                            int bAt = inPlace ? b.at() + j : j * k;
                            end.run(
                                    tiles,
                                    a.at(),
                                    i,
                                    end1,
                                    bAt,
                                    c.at() + j,
                                    j,
                                    columns,
                                    true,
                                    true);
                        }
                    }
                });
    }
}
