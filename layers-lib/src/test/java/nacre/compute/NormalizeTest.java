package nacre.compute;

import java.util.Arrays;
import java.util.SplittableRandom;
import nacre.compute.Normalize.By;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NormalizeTest {
    private final SplittableRandom random = new SplittableRandom(17);

    /// Blocks, rows, channels, channels together: empty, tiny, odd, long, and more than fit a
    /// vector or a thread.
    private static final int[][] SIZES = {
        {0, 3, 4, 4},
        {1, 0, 4, 1},
        {3, 2, 0, 0},
        {1, 1, 1, 1},
        {1, 5, 3, 1},
        {1, 700, 33, 1},
        {1, 3000, 8, 1},
        {1, 70, 12, 4},
        {4, 1, 7, 7},
        {9, 1, 300, 300},
        {40, 1, 1030, 1030},
        {5, 13, 6, 3},
        {3, 90, 34, 17},
        {2, 200, 64, 1}
    };

    @Test
    void anySizesComeOutAsTheFormulaSays() {
        for (int[] size : SIZES) {
            for (By by : By.values()) {
                var sizes = new Normalize(size[0], size[1], size[2], size[3], by, 1e-3f);
                float[] gamma = Check.random(random, size[2]);
                float[] beta = Check.random(random, size[2]);
                run(sizes, gamma, beta);
                run(sizes, null, null);
            }
        }
    }

    private void run(Normalize sizes, float @Nullable [] gamma, float @Nullable [] beta) {
        int n = sizes.blocks() * sizes.rows() * sizes.channels();
        float[] x = Check.random(random, n);
        float[] g = Check.random(random, n);
        for (int i = 0; i < n; i++) {
            x[i] += 3; // a mean that must be taken away exactly
        }
        String what = sizes.toString();
        float[] means = Check.random(random, sizes.statistics());
        float[] variances = new float[sizes.statistics()];
        Arrays.fill(variances, 0.5f);
        float[] givenMeans = means.clone();
        float[] y = new float[n];
        Check.sameForAnyThreads(y, out -> sizes.forward(x, gamma, beta, means, variances, out));
        float[] byScale = new float[2 * sizes.channels()];
        float[] dx = new float[n];
        Check.sameForAnyThreads(
                dx, out -> sizes.backward(x, gamma, means, variances, g, out, byScale));
        float[] again = byScale.clone();
        Check.sameForAnyThreads(
                again, out -> sizes.backward(x, gamma, means, variances, g, new float[n], out));

        double[] expectedY = new double[n];
        double[] expectedDx = new double[n];
        double[] expectedByScale = new double[byScale.length];
        formula(sizes, givenMeans, x, gamma, beta, g, expectedY, expectedDx, expectedByScale);
        Check.close(floats(expectedY), y, 1e-4, what);
        Check.close(floats(expectedDx), dx, 1e-3, what + " gradient");
        Check.close(floats(expectedByScale), byScale, 1e-3, what + " gradient by gamma and beta");
    }

    /// Group after group, in double precision.
    private static void formula(
            Normalize s,
            float[] givenMeans,
            float[] x,
            float @Nullable [] gamma,
            float @Nullable [] beta,
            float[] g,
            double[] y,
            double[] dx,
            double[] byScale) {
        int n = s.channels();
        for (int b = 0; b < s.blocks(); b++) {
            for (int first = 0; first < n; first += s.together()) {
                int count = s.rows() * s.together();
                int[] at = new int[count];
                for (int i = 0; i < count; i++) {
                    at[i] = (b * s.rows() + i / s.together()) * n + first + i % s.together();
                }
                double sum = 0;
                for (int i : at) {
                    sum += x[i];
                }
                double mean =
                        switch (s.by()) {
                            case OWN -> sum / count;
                            case SQUARES -> 0;
                            case GIVEN -> givenMeans[(b * n + first) / s.together()];
                        };
                double squares = 0;
                for (int i : at) {
                    squares += (x[i] - mean) * (x[i] - mean);
                }
                double variance = s.by() == By.GIVEN ? 0.5 : squares / count;
                double inverse = 1 / Math.sqrt(variance + s.epsilon());
                double h = 0;
                double hx = 0;
                for (int i : at) {
                    double normal = (x[i] - mean) * inverse;
                    double scale = gamma == null ? 1 : gamma[i % n];
                    y[i] = normal * scale + (beta == null ? 0 : beta[i % n]);
                    byScale[i % n] += g[i] * normal;
                    byScale[n + i % n] += g[i];
                    h += g[i] * scale / count;
                    hx += g[i] * scale * normal / count;
                }
                for (int i : at) {
                    double scale = gamma == null ? 1 : gamma[i % n];
                    double normal = (x[i] - mean) * inverse;
                    double byMean = s.by() == By.OWN ? h : 0;
                    double byVariance = s.by() == By.GIVEN ? 0 : normal * hx;
                    dx[i] = inverse * (g[i] * scale - byMean - byVariance);
                }
            }
        }
    }

    private static float[] floats(double[] x) {
        float[] result = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = (float) x[i];
        }
        return result;
    }

    @Test
    void theVectorLoopsAreThePlainOnes() {
        var plain = new PlainNormalize();
        NormalizeLoops fast = Vectors.ON ? new VectorNormalize() : plain;
        for (int[] size : new int[][] {{0, 5}, {1, 1}, {3, 16}, {9, 37}, {64, 130}, {700, 32}}) {
            int rows = size[0];
            int n = size[1];
            float[] x = Check.random(random, rows * n);
            float[] g = Check.random(random, rows * n);
            float[] t = Check.random(random, 6 * n);
            String what = rows + " rows of " + n;
            float[] expected = new float[2 * n];
            float[] sums = new float[2 * n];
            plain.sums(x, 0, rows, n, expected, 0);
            fast.sums(x, 0, rows, n, sums, 0);
            Check.close(expected, sums, 1e-5, what + " sums");
            plain.squares(x, 0, rows, n, t, expected, 0);
            fast.squares(x, 0, rows, n, t, sums, 0);
            Check.close(expected, sums, 1e-5, what + " squares");
            float[] means = new float[n];
            float[] fastMeans = new float[n];
            if (rows > 0) {
                plain.spread(x, 0, rows, n, means, 0, expected, 0);
                fast.spread(x, 0, rows, n, fastMeans, 0, sums, 0);
            }
            Check.close(means, fastMeans, 1e-5, what + " means");
            Check.close(expected, sums, 1e-5, what + " squares around them");
            plain.slopes(x, g, 0, rows, n, t, expected, 0);
            fast.slopes(x, g, 0, rows, n, t, sums, 0);
            Check.close(expected, sums, 1e-5, what + " slopes");
            float[] y = new float[rows * n];
            float[] fastY = new float[rows * n];
            plain.apply(x, 0, rows, n, t, y);
            fast.apply(x, 0, rows, n, t, fastY);
            Check.close(y, fastY, 0, what + " apply");
            plain.back(x, g, 0, rows, n, t, y);
            fast.back(x, g, 0, rows, n, t, fastY);
            Check.close(y, fastY, 0, what + " back");
            double[] dots = {plain.dot(t, 0, n, n), fast.dot(t, 0, n, n)};
            Check.close(new float[] {(float) dots[0]}, new float[] {(float) dots[1]}, 1e-5, what);
            Check.close(
                    new float[] {(float) plain.sum(t, 0, n)},
                    new float[] {(float) fast.sum(t, 0, n)},
                    1e-5,
                    what);
        }
    }

    @Test
    void theVectorLoopsOverARowAreThePlainOnes() {
        var plain = new PlainNormalizeRows();
        NormalizeRows.Loops fast = Vectors.ON ? new VectorNormalizeRows() : plain;
        for (int n : new int[] {0, 1, 16, 37, 96, 10_001}) {
            float[] x = Check.random(random, n + 3);
            float[] g = Check.random(random, n + 3);
            float[] t = Check.random(random, 2 * n);
            double[] sums = {
                plain.sum(x, 3, n),
                plain.squares(x, 3, n, 0.5f),
                plain.slopes(g, 3, n, t),
                plain.slopes(x, g, 3, n, 0.5f, t)
            };
            double[] fastSums = {
                fast.sum(x, 3, n),
                fast.squares(x, 3, n, 0.5f),
                fast.slopes(g, 3, n, t),
                fast.slopes(x, g, 3, n, 0.5f, t)
            };
            Check.close(floats(sums), floats(fastSums), 1e-4, n + " numbers, sums");
            float[] y = new float[n + 3];
            float[] fastY = new float[n + 3];
            plain.apply(x, 3, n, 0.5f, 2, t, y);
            fast.apply(x, 3, n, 0.5f, 2, t, fastY);
            Check.close(y, fastY, 0, n + " numbers, apply");
            float[] sum = Check.random(random, 2 * n + 1);
            float[] fastSum = sum.clone();
            plain.back(x, g, 3, n, 0.5f, 2, 3, 4, t, y, sum, 1);
            fast.back(x, g, 3, n, 0.5f, 2, 3, 4, t, fastY, fastSum, 1);
            Check.close(y, fastY, 0, n + " numbers, back");
            Check.close(sum, fastSum, 0, n + " numbers, back, by gamma and beta");
        }
    }
}
