package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DepthwiseTest {
    private static final int[] THREE = {3, 3};

    private final SplittableRandom random = new SplittableRandom(2);

    @Test
    void convolutionsOfRandomShapesEqualThePlainOnes() {
        for (int i = 0; i < 400; i++) {
            compare(window(1 + i % 3));
        }
    }

    @Test
    void largerImagesEqualThePlainOnes() {
        compare(Windows.of(3, new int[] {40, 37}, 70, 70, new int[] {3, 3}, 1, 1, true, 1));
        compare(Windows.of(2, new int[] {64, 64}, 16, 32, new int[] {5, 5}, 2, 1, true, 1));
        compare(Windows.of(2, new int[] {9000}, 3, 3, new int[] {7}, 1, 2, false, 1));
        compare(Windows.of(0, new int[] {9, 8}, 3, 3, new int[] {3, 3}, 1, 1, true, 1));
    }

    /// These go past the tables of the others, line by line.
    @Test
    void threeByThreeWindowsThatMoveByOneEqualThePlainOnes() {
        for (int high = 1; high < 5; high++) {
            for (int wide = 1; wide < 5; wide++) {
                for (int channels : new int[] {1, 16, 37}) {
                    int[] in = {high, wide};
                    for (boolean same : new boolean[] {true, false}) {
                        compare(Windows.of(3, in, channels, channels, THREE, 1, 1, same, 1));
                    }
                }
            }
        }
        compare(Windows.of(1, new int[] {130, 70}, 33, 33, THREE, 1, 1, false, 1));
        compare(Windows.of(2, new int[] {3, 9, 8}, 20, 20, new int[] {1, 3, 3}, 1, 1, true, 1));
    }

    @Test
    void notANumberAndInfinitySpreadAsInThePlainLoops() {
        Window w = Windows.of(2, new int[] {6, 7}, 18, 18, THREE, 1, 1, true, 1);
        float[] x = Check.random(random, 2 * 42 * 18);
        x[0] = Float.NaN;
        x[17] = Float.POSITIVE_INFINITY;
        x[20 * 18 + 5] = Float.NEGATIVE_INFINITY;
        float[] kernel = Check.random(random, 9 * 18);
        float[] expected = new float[x.length];
        PlainDepthwise.forward(w.volume(), x, kernel, expected, 0, 2);
        float[] out = new float[x.length];
        Depthwise.forward(w, x, kernel, out);
        Check.close(expected, out, 1e-5, "forward");
        float[] g = Check.random(random, x.length);
        float[] expectedDk = new float[kernel.length];
        PlainDepthwise.kernelGradient(w.volume(), x, g, expectedDk);
        float[] dk = new float[kernel.length];
        Depthwise.kernelGradient(w, x, g, dk);
        for (int c = 0; c < 18; c++) {
            if (c != 0 && c != 17 && c != 5) {
                assertEquals(expectedDk[c], dk[c], 1e-4);
            }
        }
        assertEquals(Float.NaN, dk[4 * 18]);
    }

    private Window window(int axes) {
        int channels = 1 + random.nextInt(40);
        int[] in = new int[axes];
        int[] kernel = new int[axes];
        for (int a = 0; a < axes; a++) {
            kernel[a] = 1 + random.nextInt(4);
            in[a] = 1 + random.nextInt(axes == 3 ? 7 : 14);
        }
        return Windows.of(
                random.nextInt(5),
                in,
                channels,
                channels * (1 + random.nextInt(3)),
                kernel,
                1 + random.nextInt(3),
                1 + random.nextInt(2),
                random.nextBoolean(),
                1);
    }

    private void compare(Window w) {
        Window v = w.volume();
        int terms = w.taps();
        float[] x = Check.random(random, w.batch() * w.inPlaces() * w.channels());
        float[] kernel = Check.random(random, terms * w.filters());
        float[] g = Check.random(random, w.batch() * w.outPlaces() * w.filters());

        float[] expected = new float[g.length];
        PlainDepthwise.forward(v, x, kernel, expected, 0, w.batch());
        float[] out = new float[g.length];
        Check.sameForAnyThreads(out, y -> Depthwise.forward(w, x, kernel, y));
        Check.close(expected, out, 1e-6 * (terms + 10), "forward " + w);

        float[] expectedDx = new float[x.length];
        PlainDepthwise.inputGradient(v, g, kernel, expectedDx, 0, w.batch());
        float[] dx = Check.random(random, x.length);
        Check.sameForAnyThreads(dx, y -> Depthwise.inputGradient(w, g, kernel, y));
        Check.close(expectedDx, dx, 1e-6 * (w.taps() * w.filters() + 10), "input gradient " + w);

        float[] expectedDk = new float[kernel.length];
        PlainDepthwise.kernelGradient(v, x, g, expectedDk);
        float[] dk = new float[kernel.length];
        Check.sameForAnyThreads(dk, y -> Depthwise.kernelGradient(w, x, g, y));
        Check.close(
                expectedDk, dk, 1e-6 * (w.batch() * w.outPlaces() + 10), "kernel gradient " + w);
    }
}
