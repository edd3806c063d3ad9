package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowProductTest {
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void aRowGivesTheSameBitsAsTheTilesOfManyRows() {
        assumeTrue(Vectors.ON, "without the Vector API there are only plain tiles");
        for (int i = 0; i < 300; i++) {
            int n = 1 + random.nextInt(i % 3 == 0 ? 2 * RowProduct.WIDE : 3 * RowProduct.NARROW);
            int k = random.nextInt(60);
            float[] x = Check.random(random, 2 + k);
            float[] kernel = Check.random(random, 3 + k * (n + 1));
            float @Nullable [] bias = random.nextBoolean() ? Check.random(random, n) : null;
            Epilogue end = new Epilogue(bias == null && random.nextBoolean(), bias, null);
            Matrix a = new Matrix(x, 2, k, 1);
            Matrix b = new Matrix(kernel, 3, n + 1, 1);
            float[] tiles = Check.random(random, 1 + n);
            float[] row = tiles.clone();
            DirectProduct.multiply(1, n, k, a, b, new Matrix(tiles, 1, n, 1), end);
            RowProduct.multiply(n, k, a, b, new Matrix(row, 1, n, 1), end);
            assertArrayEquals(tiles, row, n + " columns, " + k + " terms, " + end);
        }
    }

    @Test
    void aWideRowIsTheSameForAnyThreadsAndGoesThroughTheFunction() {
        int n = 1003;
        int k = 702;
        float[] x = Check.random(random, k);
        float[] kernel = Check.random(random, k * n);
        float[] bias = Check.random(random, n);
        float[] expected = new float[n];
        PlainProduct.multiply(1, n, k, x, 0, k, 1, kernel, 0, n, 1, expected, 0, n, false);
        for (int j = 0; j < n; j++) {
            expected[j] = Math.max(0, expected[j] + bias[j]);
        }
        float[] c = new float[n];
        Check.sameForAnyThreads(
                c,
                out ->
                        Product.multiply(
                                1, n, k, x, 0, k, 1, kernel, 0, n, 1, bias, Unary.RELU, out, 0, n));
        Check.close(expected, c, 1e-4, "relu of a wide row");
    }
}
