package nacre.compute;

import java.util.Arrays;

/// The product of two matrices as one writes it on paper, with the loops ordered so that B and C
/// are read along rows.
final class PlainProduct {
    private PlainProduct() {}

    static void multiply(
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
        for (int i = 0; i < m; i++) {
            int row = co + i * ldc;
            if (!accumulate) {
                Arrays.fill(c, row, row + n, 0);
            }
            for (int p = 0; p < k; p++) {
                float x = a[ao + i * ars + p * aks];
                int from = bo + p * bks;
                for (int j = 0; j < n; j++) {
                    c[row + j] += x * b[from + j * bcs];
                }
            }
        }
    }
}
