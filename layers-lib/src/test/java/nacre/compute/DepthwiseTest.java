package nacre.compute;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DepthwiseTest {
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
