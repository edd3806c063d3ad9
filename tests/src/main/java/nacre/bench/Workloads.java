package nacre.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import nacre.compute.Product;

/// The workloads by name.
final class Workloads {
    private Workloads() {}

    static List<Workload> all(Optional<Blas> blas) {
        var all = new ArrayList<Workload>();
        for (int n : new int[] {64, 128, 256, 512, 1024, 2048}) {
            all.add(product(n, n, n, blas));
        }
        all.add(product(32, 128, 784, blas));
        all.add(product(128, 128, 784, blas));
        all.add(product(128, 10, 128, blas));
        all.add(product(1, 128, 784, blas));
        all.add(transposedA(784, 128, 32, blas));
        all.add(transposedA(784, 128, 128, blas));
        all.add(transposedA(512, 512, 512, blas));
        all.add(transposedB(32, 784, 128, blas));
        all.add(transposedB(128, 784, 128, blas));
        all.add(transposedB(512, 512, 512, blas));
        return all;
    }

    private static Workload product(int m, int n, int k, Optional<Blas> blas) {
        float[] a = random(m * k);
        float[] b = random(k * n);
        float[] c = new float[m * n];
        String size = m + " " + n + " " + k;
        return new Workload(
                "product " + size,
                2.0 * m * n * k,
                "GFLOP/s",
                () -> () -> Product.multiply(m, n, k, a, 0, k, 1, b, 0, n, 1, c, 0, n, false),
                "matmul " + size,
                blas.map(
                                x ->
                                        (java.util.function.Supplier<Runnable>)
                                                () -> x.product(m, n, k, false, false))
                        .orElse(null));
    }

    private static Workload transposedA(int m, int n, int k, Optional<Blas> blas) {
        float[] a = random(m * k);
        float[] b = random(k * n);
        float[] c = new float[m * n];
        String size = m + " " + n + " " + k;
        return new Workload(
                "product-tn " + size,
                2.0 * m * n * k,
                "GFLOP/s",
                () -> () -> Product.multiply(m, n, k, a, 0, 1, m, b, 0, n, 1, c, 0, n, false),
                "matmul_tn " + size,
                blas.map(
                                x ->
                                        (java.util.function.Supplier<Runnable>)
                                                () -> x.product(m, n, k, true, false))
                        .orElse(null));
    }

    private static Workload transposedB(int m, int n, int k, Optional<Blas> blas) {
        float[] a = random(m * k);
        float[] b = random(k * n);
        float[] c = new float[m * n];
        String size = m + " " + n + " " + k;
        return new Workload(
                "product-nt " + size,
                2.0 * m * n * k,
                "GFLOP/s",
                () -> () -> Product.multiply(m, n, k, a, 0, k, 1, b, 0, 1, k, c, 0, n, false),
                "matmul_nt " + size,
                blas.map(
                                x ->
                                        (java.util.function.Supplier<Runnable>)
                                                () -> x.product(m, n, k, false, true))
                        .orElse(null));
    }

    static float[] random(int n) {
        var random = new SplittableRandom(n);
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.nextDouble() - 0.5f;
        }
        return x;
    }
}
