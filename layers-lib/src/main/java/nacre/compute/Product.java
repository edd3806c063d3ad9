package nacre.compute;

import org.jspecify.annotations.Nullable;

/// Matrix products: `C(i, j) = Σₚ A(i, p) · B(p, j)`.
///
/// A and B are seen through a stride for each of their axes, so that a transposed matrix needs no
/// copy: element `A(i, p)` is `a[ao + i·ars + p·aks]`, `B(p, j)` is `b[bo + p·bks + j·bcs]`, `C(i,
/// j)` is `c[co + i·ldc + j]`.
public final class Product {
    /// Multiply-adds below which one thread is done before another would have started.
    static final int GRAIN = 150_000;

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
        if (DeepProduct.pays(m, n, k, b)) {
            DeepProduct.multiply(m, n, k, a, b, c, end);
        } else {
            undivided(m, n, k, a, b, c, end);
        }
    }

    /// A product whose sums are each made by one thread.
    static void undivided(int m, int n, int k, Matrix a, Matrix b, Matrix c, Epilogue end) {
        if (m == 0 || n == 0) {
            return;
        }
        boolean large = BlockedProduct.pays(m, n, k);
        if (!large && TurnedProduct.pays(m, n, k, a, b, end)) {
            TurnedProduct.multiply(m, n, k, a, b, c);
        } else if (PackedProduct.pays(m, n, k)) {
            PackedProduct.multiply(m, n, k, a, b, c, end);
        } else if (large) {
            BlockedProduct.multiply(m, n, k, a, b, c, end);
        } else if (RowProduct.pays(m, a, b)) {
            RowProduct.multiply(n, k, a, b, c, end);
        } else {
            DirectProduct.multiply(m, n, k, a, b, c, end);
        }
    }
}
