package nacre.compute;

/// Matrix products: `C(i, j) = Σₚ A(i, p) · B(p, j)`.
///
/// A and B are seen through a stride for each of their axes, so that a transposed matrix needs no
// copy: element
/// `A(i, p)` is `a[ao + i·ars + p·aks]`, `B(p, j)` is `b[bo + p·bks + j·bcs]`, `C(i, j)` is `c[co +
// i·ldc + j]`.
public final class Product {
    /// Multiply-adds below which one thread is done before another would have started.
    private static final int GRAIN = 300_000;

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
        Threads.forEach(
                m,
                (int) Math.max(1, GRAIN / Math.max(1L, (long) n * k)),
                (from, to) ->
                        PlainProduct.multiply(
                                to - from,
                                n,
                                k,
                                a,
                                ao + from * ars,
                                ars,
                                aks,
                                b,
                                bo,
                                bks,
                                bcs,
                                c,
                                co + from * ldc,
                                ldc,
                                accumulate));
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
}
