package nacre.compute;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProductTest {
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void productsOfRandomSizesEqualThePlainOnes() {
        for (int i = 0; i < 300; i++) {
            compare(size(), size(), size());
        }
    }

    @Test
    void largeProductsEqualThePlainOnes() {
        compare(257, 301, 290);
        compare(96, 640, 300);
        compare(1000, 65, 270);
        compare(300, 130, 450);
        compare(400, 70, 1030);
        compare(70, 64, 4000);
        compare(128, 128, 784);
    }

    @Test
    void fewResultsOfManyTermsEqualThePlainOnes() {
        for (int i = 0; i < 8; i++) {
            compare(32, 128, 784);
            compare(3 + random.nextInt(9), 100 + random.nextInt(100), 8000 + random.nextInt(99));
        }
        compare(130, 500, 1041);
        compare(130, 500, 1039);
        compare(130, 100, 2000);
    }

    @Test
    void aFewRowsTimesALargeTransposedMatrixEqualThePlainOnes() {
        for (int[] size : new int[][] {{1, 300, 70}, {7, 130, 65}, {32, 784, 128}, {33, 99, 999}}) {
            int m = size[0];
            int n = size[1];
            int k = size[2];
            float[] a = Check.random(random, m * k);
            float[] b = Check.random(random, n * k);
            float[] expected = new float[m * n];
            PlainProduct.multiply(m, n, k, a, 0, k, 1, b, 0, 1, k, expected, 0, n, false);
            float[] c = new float[m * n];
            Check.sameForAnyThreads(
                    c, out -> Product.multiply(m, n, k, a, 0, k, 1, b, 0, 1, k, out, 0, n, false));
            Check.close(expected, c, 1e-6 * (k + 10), m + " " + n + " " + k + " Bt");
        }
    }

    @Test
    void aTransposedMatrixTimesAFewColumnsEqualsThePlainOne() {
        for (int[] size : new int[][] {{128, 10, 128}, {5000, 1, 9}, {7, 16, 33}, {65, 3, 1}}) {
            int m = size[0];
            int n = size[1];
            int k = size[2];
            float[] a = Check.random(random, m * k);
            float[] b = Check.random(random, n * k);
            float[] expected = new float[m * n];
            PlainProduct.multiply(m, n, k, a, 0, 1, m, b, 0, n, 1, expected, 0, n, false);
            float[] c = new float[m * n];
            Check.sameForAnyThreads(
                    c, out -> Product.multiply(m, n, k, a, 0, 1, m, b, 0, n, 1, out, 0, n, false));
            Check.close(expected, c, 1e-6 * (k + 10), m + " " + n + " " + k + " At");
        }
    }

    @Test
    void productsOfEdgeSizesEqualThePlainOnes() {
        int[] sizes = {0, 1, 2, 5, 6, 7, 63, 64, 65};
        for (int m : sizes) {
            for (int n : sizes) {
                for (int k : sizes) {
                    compare(m, n, k);
                }
            }
        }
    }

    @Test
    void biasAndActivationComeAfterTheSum() {
        for (Unary f : new Unary[] {null, Unary.RELU, Unary.TANH}) {
            for (int n : new int[] {1, 10, 32, 100, 300, 301}) {
                boolean deep = n == 301;
                int m = deep ? 7 : 1 + random.nextInt(200);
                int k = deep ? 2000 : 1 + random.nextInt(300);
                float[] a = Check.random(random, m * k);
                float[] b = Check.random(random, k * n);
                float[] bias = Check.random(random, n);
                float[] expected = new float[m * n];
                PlainProduct.multiply(m, n, k, a, 0, k, 1, b, 0, n, 1, expected, 0, n, false);
                for (int i = 0; i < expected.length; i++) {
                    float sum = expected[i] + bias[i % n];
                    expected[i] = f == null ? sum : f.plain(sum);
                }
                float[] c = new float[m * n];
                Product.multiply(m, n, k, a, 0, k, 1, b, 0, n, 1, bias, f, c, 0, n);
                Check.close(expected, c, deep ? 1e-3 : 1e-4, f + " " + m + " " + n + " " + k);
            }
        }
    }

    @Test
    void aBatchIsManyProducts() {
        int m = 7;
        int n = 9;
        int k = 11;
        float[] a = Check.random(random, 5 * m * k);
        float[] b = Check.random(random, k * n);
        float[] c = new float[5 * m * n];
        Product.batched(5, m * k, 0, m * n, m, n, k, a, 0, k, 1, b, 0, n, 1, c, 0, n, false);
        float[] expected = new float[5 * m * n];
        PlainProduct.multiply(5 * m, n, k, a, 0, k, 1, b, 0, n, 1, expected, 0, n, false);
        Check.close(expected, c, 1e-5, "batch");
    }

    @Test
    void notANumberAndInfinityPassThrough() {
        float[] a = {Float.NaN, 1, Float.POSITIVE_INFINITY, 1, 0, 1};
        float[] b = {1, 2};
        float[] c = new float[3];
        Product.multiply(3, 1, 2, a, 0, 2, 1, b, 0, 1, 1, c, 0, 1, false);
        Check.close(new float[] {Float.NaN, Float.POSITIVE_INFINITY, 2}, c, 0, "special");
    }

    private int size() {
        return (int) Math.pow(150, random.nextDouble()) - (random.nextInt(10) == 0 ? 1 : 0);
    }

    /// Every combination of transposed operands, with room around the matrices, added or replaced.
    private void compare(int m, int n, int k) {
        int room = random.nextInt(3);
        boolean ta = random.nextBoolean();
        boolean tb = random.nextBoolean();
        boolean add = random.nextBoolean();
        int ars = ta ? 1 : k + room;
        int aks = ta ? m + room : 1;
        int bks = tb ? 1 : n + room;
        int bcs = tb ? k + room : 1;
        float[] a = Check.random(random, room + (m + room) * (k + room));
        float[] b = Check.random(random, room + (k + room) * (n + room));
        float[] before = Check.random(random, room + m * (n + room));
        float[] expected = before.clone();
        PlainProduct.multiply(
                m, n, k, a, room, ars, aks, b, room, bks, bcs, expected, room, n + room, add);
        String what =
                m + " " + n + " " + k + (ta ? " At" : "") + (tb ? " Bt" : "") + (add ? " +" : "");
        float[] c = new float[before.length];
        Check.sameForAnyThreads(
                c,
                out -> {
                    System.arraycopy(before, 0, out, 0, before.length);
                    Product.multiply(
                            m, n, k, a, room, ars, aks, b, room, bks, bcs, out, room, n + room,
                            add);
                });
        Check.close(expected, c, 1e-6 * (k + 10), what);
    }
}
