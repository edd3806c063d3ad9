package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WinogradTest {
    private static final int[] NONE = {0, 0};
    private static final int[] ONE = {1, 1};
    private static final int WHOLE = Math.max(8, Vectors.LANES);

    private final SplittableRandom random = new SplittableRandom(12);

    @BeforeEach
    void hasVectors() {
        assumeTrue(Vectors.ON, "it is not used without the Vector API");
    }

    @Test
    void randomPicturesGiveTheNumbersOfTheOtherWay() {
        for (int i = 0; i < 150; i++) {
            compare(window());
        }
    }

    @Test
    void whatIsMostlyBorderIsLeftToTheOtherWay() {
        Window w = window(2, 5, 5, 32, 64, NONE);
        assertFalse(
                Winograd.of(w.volume())
                        .forward(
                                new float[1600], new float[9 * 32 * 64], null, null, new float[0]));
    }

    @Test
    void otherWindowsDoNotFit() {
        assertTrue(Winograd.fits(window(1, 20, 20, 32, 32, ONE).volume()));
        for (Window other :
                new Window[] {
                    square(32, 32, 3, 2, 1, 1),
                    square(32, 32, 3, 1, 2, 1),
                    square(32, 32, 3, 1, 1, 2),
                    square(32, 32, 5, 1, 1, 1),
                    square(3, 32, 3, 1, 1, 1),
                    square(32, 30, 3, 1, 1, 1),
                    Windows.of(1, new int[] {9, 20, 20}, 32, 32, new int[] {3, 3, 3}, 1, 1, true, 1)
                }) {
            assertFalse(Winograd.fits(other.volume()), other.toString());
        }
    }

    private static Window square(
            int channels, int filters, int size, int stride, int dilation, int groups) {
        int[] in = {20, 20};
        return Windows.of(
                1, in, channels, filters, new int[] {size, size}, stride, dilation, true, groups);
    }

    @Test
    void theStandInGivesTheSameBits() {
        for (int i = 0; i < 20; i++) {
            Window w = window();
            float[] x = Check.random(random, w.batch() * w.inPlaces() * w.channels());
            float[] kernel = Check.random(random, 9 * w.channels() * w.filters());
            float[] bias = Check.random(random, w.filters());
            float[] g = Check.random(random, w.batch() * w.outPlaces() * w.filters());
            float[] plain = new float[g.length];
            float[] quick = new float[g.length];
            assertEquals(
                    Winograd.of(w.volume(), false).forward(x, kernel, bias, Unary.RELU, plain),
                    Winograd.of(w.volume(), true).forward(x, kernel, bias, Unary.RELU, quick));
            assertArrayEquals(plain, quick, w.toString());
            Window even = w.atWhole(2, 2);
            assertEquals(
                    Winograd.of(even.volume(), false).forwardMaxPool(x, kernel, bias, null, plain),
                    Winograd.of(even.volume(), true).forwardMaxPool(x, kernel, bias, null, quick));
            assertArrayEquals(plain, quick, even.toString());
            float[] plainDx = new float[x.length];
            float[] dx = new float[x.length];
            assertEquals(
                    Winograd.of(w.volume(), false).inputGradient(g, kernel, plainDx),
                    Winograd.of(w.volume(), true).inputGradient(g, kernel, dx));
            assertArrayEquals(plainDx, dx, w.toString());
        }
    }

    @Test
    void aSampleAloneGivesTheSameBitsAsAmongOthers() {
        Window three = window(3, 12, 14, 24, 48, ONE);
        Window one = window(1, 12, 14, 24, 48, ONE);
        float[] x = Check.random(random, 3 * 12 * 14 * 24);
        float[] kernel = Check.random(random, 9 * 24 * 48);
        float[] all = new float[3 * 12 * 14 * 48];
        float[] alone = new float[12 * 14 * 48];
        assertTrue(Winograd.of(three.volume()).forward(x, kernel, null, null, all));
        float[] last = Arrays.copyOfRange(x, 2 * 12 * 14 * 24, x.length);
        assertTrue(Winograd.of(one.volume()).forward(last, kernel, null, null, alone));
        assertArrayEquals(Arrays.copyOfRange(all, 2 * alone.length, all.length), alone);
    }

    @Test
    void whatIsNotFiniteReachesOnlyTheResultsThatSeeIt() {
        Window w = window(2, 16, 16, 16, 48, ONE);
        for (float strange :
                new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3e38f}) {
            float[] x = Check.random(random, 2 * 16 * 16 * 16);
            x[random.nextInt(x.length)] = strange;
            float[] kernel = Check.random(random, 9 * 16 * 48);
            for (int i = 0; i < kernel.length; i++) {
                kernel[i] *= 4; // so that 3e38 overflows
            }
            float[] expected = new float[2 * 16 * 16 * 48];
            PlainConvolution.forward(w.volume(), x, kernel, expected, 0, 2);
            float[] out = new float[expected.length];
            Convolution.forward(w, x, kernel, out);
            Check.close(expected, out, 1e-5, "with " + strange);
            float[] pooled = new float[out.length / 4];
            Convolution.forwardMaxPool(w, x, kernel, null, null, new int[] {2, 2}, pooled);
            Check.close(maxPooled(w, expected), pooled, 1e-5, "pooled with " + strange);
        }
    }

    private Window window() {
        int high = 6 + random.nextInt(20);
        int wide = 6 + random.nextInt(20);
        int[] pad = {random.nextInt(3), random.nextInt(3)};
        int channels = WHOLE * (2 + random.nextInt(6));
        int filters = WHOLE * (5 + random.nextInt(4));
        return window(random.nextInt(4), high, wide, channels, filters, pad);
    }

    private static Window window(
            int batch, int high, int wide, int channels, int filters, int[] pad) {
        int[] in = {high, wide};
        int[] out = {high - 2 + 2 * pad[0], wide - 2 + 2 * pad[1]};
        int[] three = {3, 3};
        return new Window(batch, in, channels, filters, three, ONE, ONE, pad, out, 1);
    }

    private void compare(Window w) {
        float[] x = Check.random(random, w.batch() * w.inPlaces() * w.channels());
        float[] kernel = Check.random(random, 9 * w.channels() * w.filters());
        float @Nullable [] bias = random.nextBoolean() ? Check.random(random, w.filters()) : null;
        Unary[] functions = {null, Unary.RELU, Unary.TANH};
        Unary f = functions[random.nextInt(3)];
        Epilogue end = new Epilogue(false, bias, f);
        double tolerance = 1e-6 * (9 * Math.max(w.channels(), w.filters()) + 10);
        float[] expected = new float[w.batch() * w.outPlaces() * w.filters()];
        TiledConvolution.mixing(w.volume()).forward(x, kernel, end, expected);
        float[] out = new float[expected.length];
        Check.sameForAnyThreads(out, y -> Convolution.forward(w, x, kernel, bias, f, y));
        Check.close(expected, out, tolerance, f + " " + w);
        Window even = w.atWhole(2, 2);
        float[] pooled = new float[w.batch() * even.outPlaces() / 4 * w.filters()];
        int[] two = {2, 2};
        Check.sameForAnyThreads(
                pooled, y -> Convolution.forwardMaxPool(w, x, kernel, bias, f, two, y));
        Check.close(maxPooled(w, expected), pooled, tolerance, "pooled " + f + " " + w);
        float[] g = Check.random(random, expected.length);
        float[] expectedDx = new float[x.length];
        TiledConvolution.mixing(w.volume()).inputGradient(g, kernel, expectedDx);
        float[] dx = Check.random(random, x.length);
        Check.sameForAnyThreads(dx, y -> Convolution.inputGradient(w, g, kernel, y));
        Check.close(expectedDx, dx, tolerance, "input gradient " + w);
    }

    /// The largest of each four of results of `w`, place by place.
    private static float[] maxPooled(Window w, float[] results) {
        int high = w.out()[0] / 2;
        int wide = w.out()[1] / 2;
        float[] pooled = new float[w.batch() * high * wide * w.filters()];
        for (int i = 0; i < pooled.length; i++) {
            int f = i % w.filters();
            int place = i / w.filters();
            int h = place / wide % high * 2;
            int n = place / wide / high;
            int first = (n * w.out()[0] + h) * w.out()[1] + place % wide * 2;
            int below = first + w.out()[1];
            pooled[i] =
                    Math.max(
                            Math.max(
                                    results[first * w.filters() + f],
                                    results[(first + 1) * w.filters() + f]),
                            Math.max(
                                    results[below * w.filters() + f],
                                    results[(below + 1) * w.filters() + f]));
        }
        return pooled;
    }
}
