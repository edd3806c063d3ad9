package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final int N = 200_003;

    @Test
    void vectorsGiveTheSameBitsAsThePlainLoops() {
        float[] expected = new float[N];
        float[] out = new float[N];
        for (long seed : new long[] {0, 1, -5, 1L << 40}) {
            PlainNoise.uniform(seed, expected, 0, 0, N);
            Check.sameForAnyThreads(out, x -> Noise.uniform(seed, x, 0, N));
            Check.close(expected, out, 0, "uniform");
            PlainNoise.keep(seed, 0.3f, 1.5f, expected, 0, N);
            Check.sameForAnyThreads(out, x -> Noise.keep(seed, 0.3f, 1.5f, x, N));
            Check.close(expected, out, 0, "keep");
            Check.sameForAnyThreads(out, x -> Noise.normal(seed, x, 0, N));
        }
    }

    @Test
    void numbersAreSpreadEvenly() {
        float[] x = new float[N];
        Noise.uniform(42, x, 0, N);
        int[] tenths = new int[10];
        for (float u : x) {
            assertTrue(u >= 0 && u < 1);
            tenths[(int) (u * 10)]++;
        }
        for (int count : tenths) {
            assertEquals(N / 10.0, count, 600); // more than four deviations
        }
    }

    @Test
    void normalNumbersHaveMeanZeroAndDeviationOne() {
        float[] x = new float[N];
        Noise.normal(42, x, 0, N);
        double sum = 0;
        double squares = 0;
        double cubes = 0;
        for (float z : x) {
            sum += z;
            squares += z * z;
            cubes += z * z * z;
        }
        assertEquals(0, sum / N, 0.01);
        assertEquals(1, squares / N, 0.02);
        assertEquals(0, cubes / N, 0.04);
    }

    @Test
    void neighboursAndSeedsAreIndependent() {
        float[] x = new float[N];
        float[] y = new float[N];
        Noise.uniform(7, x, 0, N);
        Noise.uniform(8, y, 0, N);
        double seeds = 0;
        double neighbours = 0;
        for (int i = 0; i + 1 < N; i++) {
            seeds += (x[i] - 0.5) * (y[i] - 0.5);
            neighbours += (x[i] - 0.5) * (x[i + 1] - 0.5);
        }
        assertEquals(0, seeds / N * 12, 0.01);
        assertEquals(0, neighbours / N * 12, 0.01);
    }

    @Test
    void theRateSaysHowManyAreDropped() {
        float[] x = new float[N];
        Noise.keep(3, 0.25f, 4f / 3, x, N);
        int zeros = 0;
        for (float k : x) {
            zeros += k == 0 ? 1 : 0;
        }
        assertEquals(0.25, zeros / (double) N, 0.005);
    }
}
