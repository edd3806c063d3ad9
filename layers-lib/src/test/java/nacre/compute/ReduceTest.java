package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReduceTest {
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void anyAxisIsReducedAsThePlainLoopsDo() {
        int[][] shapes = {
            {1, 1, 1},
            {3, 7, 1},
            {1, 100, 10},
            {4, 5, 33},
            {2, 1000, 1},
            {1, 300_000, 1},
            {1, 20_000, 17},
            {0, 5, 3},
            {3, 0, 2},
            {1, 0, 1},
            {500, 3, 70},
            {9, 2, 0}
        };
        for (int[] s : shapes) {
            float[] x = Check.random(random, s[0] * s[1] * s[2]);
            for (Reduction f : Reduction.values()) {
                float[] expected = new float[s[0] * s[2]];
                for (int i = 0; i < expected.length; i++) {
                    int at = i / s[2] * s[1] * s[2] + i % s[2];
                    expected[i] = PlainReduce.apply(f, x, at, s[1], s[2]);
                }
                float[] out = new float[expected.length];
                Check.sameForAnyThreads(out, y -> Reduce.apply(f, x, s[0], s[1], s[2], y));
                Check.close(
                        expected,
                        out,
                        1e-5 + 1e-8 * s[1],
                        f + " of " + s[0] + " " + s[1] + " " + s[2]);
            }
        }
    }

    @Test
    void sumsOfNeighboursHaveTheSameBitsWithVectors() {
        assumeTrue(Vectors.ON, "without the Vector API there are only plain sums");
        for (int n : new int[] {0, 1, 15, 16, 33, 64, 65, 1000, 4096, 4099, 20_000}) {
            float[] x = Check.random(random, 3 + n);
            assertEquals(VectorReduce.sum(x, 3, n), PlainReduce.sum(x, 3, n), "sum of " + n);
        }
    }

    @Test
    void sumsOfColumnsHaveTheSameBitsWithVectors() {
        assumeTrue(Vectors.ON, "without the Vector API there are only plain sums");
        for (int rows : new int[] {0, 1, 100, 256, 257, 1000}) {
            for (int columns : new int[] {1, 10, 64, 139}) {
                float[] x = Check.random(random, 3 + rows * columns);
                float[] plain = Check.random(random, 5 + columns);
                float[] vector = plain.clone();
                PlainReduce.sumRows(x, 3, rows, columns, plain, 5);
                VectorReduce.sumRows(x, 3, rows, columns, vector, 5);
                Check.close(plain, vector, 0, rows + " × " + columns);
            }
        }
    }

    @Test
    void placesOfExtremesAreTheFirstOnes() {
        float[] x = {1, 5, 3, 5, 2, 2, 0, 7, 0, 7};
        float[] out = new float[2];
        Reduce.argMax(x, 2, 5, 1, out);
        Check.close(new float[] {1, 2}, out, 0, "largest");
        Reduce.argMin(x, 2, 5, 1, out);
        Check.close(new float[] {0, 1}, out, 0, "smallest");
        Reduce.argMax(x, 1, 5, 2, out);
        Check.close(new float[] {1, 3}, out, 0, "largest of columns");
    }

    @Test
    void thePlaceOfAnExtremeIsThatOfTheFirstNotANumber() {
        float[] x = {1, Float.NaN, 9, Float.NaN, Float.NaN, 9, Float.POSITIVE_INFINITY, 0};
        float[] out = new float[2];
        Reduce.argMax(x, 2, 4, 1, out);
        Check.close(new float[] {1, 0}, out, 0, "largest");
        Reduce.argMin(x, 2, 4, 1, out);
        Check.close(new float[] {1, 0}, out, 0, "smallest");
    }

    @Test
    void runningSumsGoAlongTheAxis() {
        float[] out = new float[6];
        Reduce.cumsum(new float[] {1, 2, 3, 4, 5, 6}, 1, 3, 2, out);
        Check.close(new float[] {1, 2, 4, 6, 9, 12}, out, 0, "sums");
    }

    @Test
    void notANumberPassesThrough() {
        for (Reduction f : Reduction.values()) {
            float[] x = new float[100];
            x[50] = Float.NaN;
            float[] out = new float[1];
            Reduce.apply(f, x, 1, 100, 1, out);
            Check.close(new float[] {Float.NaN}, out, 0, f.name());
        }
    }
}
