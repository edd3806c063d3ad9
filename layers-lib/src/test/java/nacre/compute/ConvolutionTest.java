package nacre.compute;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConvolutionTest {
    private final SplittableRandom random = new SplittableRandom(2);

    @Test
    void convolutionsOfRandomShapesEqualThePlainOnes() {
        for (int i = 0; i < 400; i++) {
            compare(window(1 + i % 3));
        }
    }

    @Test
    void largerImagesEqualThePlainOnes() {
        compare(Windows.of(3, new int[] {40, 37}, 5, 70, new int[] {3, 3}, 1, 1, true, 1));
        compare(Windows.of(2, new int[] {64, 64}, 16, 20, new int[] {5, 5}, 2, 1, true, 1));
        compare(Windows.of(2, new int[] {9000}, 3, 8, new int[] {7}, 1, 2, false, 1));
        compare(Windows.of(2, new int[] {5, 5}, 256, 256, new int[] {3, 3}, 1, 1, true, 1));
        compare(Windows.of(40, new int[] {4, 4}, 8, 130, new int[] {3, 3}, 1, 1, true, 1));
    }

    @Test
    void aWindowOfOneTapIsAProduct() {
        compare(Windows.of(3, new int[] {9, 8}, 12, 20, new int[] {1, 1}, 1, 1, false, 1));
        compare(Windows.of(3, new int[] {9, 8}, 12, 20, new int[] {1, 1}, 2, 1, false, 1));
    }

    @Test
    void anEmptyBatchIsNothing() {
        compare(Windows.of(0, new int[] {9, 8}, 3, 4, new int[] {3, 3}, 1, 1, true, 1));
    }

    @Test
    void biasAndActivationComeAfterTheSum() {
        for (Unary f : new Unary[] {null, Unary.RELU, Unary.SIGMOID}) {
            Window w = window(2);
            float[] x = Check.random(random, w.batch() * w.inPlaces() * w.channels());
            float[] kernel =
                    Check.random(random, w.taps() * w.channels() / w.groups() * w.filters());
            float[] bias = Check.random(random, w.filters());
            float[] expected = new float[w.batch() * w.outPlaces() * w.filters()];
            PlainConvolution.forward(w.volume(), x, kernel, expected, 0, w.batch());
            for (int i = 0; i < expected.length; i++) {
                float sum = expected[i] + bias[i % w.filters()];
                expected[i] = f == null ? sum : f.plain(sum);
            }
            float[] out = new float[expected.length];
            Convolution.forward(w, x, kernel, bias, f, out);
            Check.close(expected, out, 1e-5, f + " " + w);
        }
    }

    @Test
    void theLargestOfWindowsIsWhatAPoolingOfTheWholeResultGives() {
        for (int i = 0; i < 200; i++) {
            int axes = 1 + i % 2;
            int[] size = new int[axes];
            Arrays.setAll(size, _ -> 1 + random.nextInt(3));
            comparePooled(window(axes), size, i % 3 == 0 ? null : Unary.RELU);
        }
        int[] three = {3, 3};
        Window wide = Windows.of(2, new int[] {9, 300}, 3, 70, three, 1, 1, true, 1);
        comparePooled(wide, new int[] {4, 7}, Unary.RELU);
        Window high = Windows.of(2, new int[] {61, 37}, 5, 64, three, 1, 1, false, 1);
        comparePooled(high, new int[] {2, 2}, Unary.SIGMOID);
    }

    private void comparePooled(Window w, int[] size, Unary f) {
        float[] x = Check.random(random, w.batch() * w.inPlaces() * w.channels());
        float[] kernel = Check.random(random, w.taps() * w.channels() / w.groups() * w.filters());
        float[] bias = Check.random(random, w.filters());
        float[] whole = new float[w.batch() * w.outPlaces() * w.filters()];
        Convolution.forward(w, x, kernel, bias, f, whole);
        Window pool = pooling(w, size);
        float[] expected = new float[w.batch() * pool.outPlaces() * w.filters()];
        Pooling.max(pool, whole, expected);
        float[] out = new float[expected.length];
        Check.sameForAnyThreads(
                out, y -> Convolution.forwardMaxPool(w, x, kernel, bias, f, size, y));
        Check.close(expected, out, 1e-5, f + " " + w + Arrays.toString(size));
    }

    /// Windows of this size, side by side, over what comes out of `w`.
    private static Window pooling(Window w, int... size) {
        int[] ones = new int[size.length];
        Arrays.fill(ones, 1);
        int[] out = new int[size.length];
        Arrays.setAll(out, a -> w.out()[a] / size[a]);
        int[] none = new int[size.length];
        return new Window(
                w.batch(), w.out(), w.filters(), w.filters(), size, size, ones, none, out, 1);
    }

    private Window window(int axes) {
        int groups = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1;
        int[] in = new int[axes];
        int[] kernel = new int[axes];
        for (int a = 0; a < axes; a++) {
            kernel[a] = 1 + random.nextInt(4);
            in[a] = 1 + random.nextInt(axes == 3 ? 7 : 14);
        }
        return Windows.of(
                random.nextInt(5),
                in,
                groups * (1 + random.nextInt(9)),
                groups * (1 + random.nextInt(random.nextInt(4) == 0 ? 150 : 20)),
                kernel,
                1 + random.nextInt(3),
                1 + random.nextInt(2),
                random.nextBoolean(),
                groups);
    }

    private void compare(Window w) {
        Window v = w.volume();
        int terms = w.taps() * w.channels() / w.groups();
        float[] x = Check.random(random, w.batch() * w.inPlaces() * w.channels());
        float[] kernel = Check.random(random, terms * w.filters());
        float[] g = Check.random(random, w.batch() * w.outPlaces() * w.filters());

        float[] expected = new float[g.length];
        PlainConvolution.forward(v, x, kernel, expected, 0, w.batch());
        float[] out = new float[g.length];
        Check.sameForAnyThreads(out, y -> Convolution.forward(w, x, kernel, y));
        Check.close(expected, out, 1e-6 * (terms + 10), "forward " + w);

        float[] expectedDx = new float[x.length];
        PlainConvolution.inputGradient(v, g, kernel, expectedDx, 0, w.batch());
        float[] dx = Check.random(random, x.length);
        Check.sameForAnyThreads(dx, y -> Convolution.inputGradient(w, g, kernel, y));
        Check.close(expectedDx, dx, 1e-6 * (w.taps() * w.filters() + 10), "input gradient " + w);

        float[] expectedDk = new float[kernel.length];
        PlainConvolution.kernelGradient(v, x, g, expectedDk);
        float[] dk = new float[kernel.length];
        Check.sameForAnyThreads(dk, y -> Convolution.kernelGradient(w, x, g, y));
        Check.close(
                expectedDk, dk, 1e-6 * (w.batch() * w.outPlaces() + 10), "kernel gradient " + w);
    }
}
