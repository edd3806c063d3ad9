package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PoolingTest {
    private final SplittableRandom random = new SplittableRandom(4);

    @Test
    void poolingsOfRandomShapesFollowTheDefinition() {
        for (int i = 0; i < 300; i++) {
            int axes = 1 + i % 3;
            int[] in = new int[axes];
            int[] kernel = new int[axes];
            for (int a = 0; a < axes; a++) {
                kernel[a] = 1 + random.nextInt(3);
                in[a] = 5 + random.nextInt(axes == 3 ? 4 : 12);
            }
            int channels = 1 + random.nextInt(40);
            int dilation = 1 + random.nextInt(2);
            compare(
                    Windows.of(
                            random.nextInt(4),
                            in,
                            channels,
                            channels,
                            kernel,
                            1 + random.nextInt(3),
                            dilation,
                            random.nextBoolean(),
                            1));
        }
    }

    @Test
    void aLargeImageFollowsTheDefinition() {
        compare(Windows.of(5, new int[] {64, 61}, 40, 40, new int[] {2, 2}, 2, 1, false, 1));
    }

    @Test
    void adaptiveWindowsCoverTheInputEvenly() {
        float[] x = {1, 2, 3, 4, 5};
        float[] y = new float[3];
        Pooling.adaptiveAverage(1, new int[] {5}, 1, new int[] {3}, x, y);
        Check.close(new float[] {1.5f, 3, 4.5f}, y, 1e-6, "average");
        Pooling.adaptiveMax(1, new int[] {5}, 1, new int[] {3}, x, y);
        Check.close(new float[] {2, 4, 5}, y, 0, "max");
        float[] dx = new float[5];
        Pooling.adaptiveMaxGradient(
                1, new int[] {5}, 1, new int[] {3}, x, y, new float[] {1, 2, 3}, dx);
        Check.close(new float[] {0, 1, 0, 2, 3}, dx, 0, "max gradient");
        Pooling.adaptiveAverageGradient(
                1, new int[] {5}, 1, new int[] {3}, new float[] {6, 6, 6}, dx);
        Check.close(new float[] {3, 5, 2, 5, 3}, dx, 1e-6, "average gradient");
    }

    @Test
    void adaptiveWindowsOfALongSequenceCoverItToItsEnd() {
        int in = 100_000;
        int[] out = {30_000}; // times the input it is more than an int holds
        float[] x = new float[in];
        for (int i = 0; i < in; i++) {
            x[i] = i;
        }
        float[] y = new float[out[0]];
        Pooling.adaptiveMax(1, new int[] {in}, 1, out, x, y);
        for (int o = 0; o < y.length; o++) {
            assertEquals(Math.ceil((o + 1.0) * in / out[0]) - 1, y[o]);
        }
    }

    @Test
    void notANumberIsTheLargest() {
        float[] y = new float[1];
        Window w = Windows.of(1, new int[] {2}, 1, 1, new int[] {2}, 1, 1, false, 1);
        Pooling.max(w, new float[] {1, Float.NaN}, y);
        Check.close(new float[] {Float.NaN}, y, 0, "max");
    }

    @Test
    void theVectorLoopsOfMaxGiveTheBitsOfThePlainOnes() {
        for (int channels : new int[] {1, 5, 16, 32, 37, 64}) {
            for (int count : new int[] {1, 3, 4, 6}) {
                int[] places = new int[count];
                Arrays.setAll(places, i -> i * channels);
                for (int step : new int[] {channels, count * channels}) {
                    boolean once = step == count * channels;
                    compare(new Spans.Run(3, step, 7, places, count, 2, channels, once));
                }
            }
        }
    }

    private void compare(Spans.Run run) {
        int n = 3 + 7 * run.step() + run.count() * run.channels();
        float[] x = Check.random(random, n);
        for (int i = 0; i < n; i++) {
            x[i] = Math.round(x[i] * 2) / 2f;
        }
        float[] g = Check.random(random, n);
        float[] y = new float[n];
        PlainPooling.max(run, x, y);
        float[] dx = Check.random(random, n);
        float[] fastY = new float[n];
        float[] fastDx = dx.clone();
        PlainPooling.maxGradient(run, x, y, g, dx);
        if (Vectors.ON) {
            VectorPooling.max(run, x, fastY);
            VectorPooling.maxGradient(run, x, y, g, fastDx);
            assertArrayEquals(y, fastY, run.toString());
            assertArrayEquals(dx, fastDx, run + " gradient");
        }
    }

    private void compare(Window w) {
        int c = w.channels();
        float[] x = Check.random(random, w.batch() * w.inPlaces() * c);
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.round(x[i] * 4) / 4f; // so that some are equal
        }
        float[] g = Check.random(random, w.batch() * w.outPlaces() * c);
        float[] max = new float[g.length];
        float[] mean = new float[g.length];
        float[] dMax = new float[x.length];
        float[] dMean = new float[x.length];
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
        int[] counts = new int[w.outPlaces()];
        Taps.each(w.volume(), (o, tap, i) -> counts[o]++);
        boolean[] given = new boolean[g.length];
        for (int n = 0; n < w.batch() * c; n++) {
            int in0 = n / c * w.inPlaces();
            int out0 = n / c * w.outPlaces();
            int j = n % c;
            Taps.each(
                    w.volume(),
                    (o, tap, i) -> {
                        int at = (out0 + o) * c + j;
                        max[at] = Math.max(max[at], x[(in0 + i) * c + j]);
                        mean[at] += x[(in0 + i) * c + j] / counts[o];
                        dMean[(in0 + i) * c + j] += g[at] / counts[o];
                    });
            Taps.each(
                    w.volume(),
                    (o, tap, i) -> {
                        int at = (out0 + o) * c + j;
                        if (!given[at] && x[(in0 + i) * c + j] == max[at]) {
                            given[at] = true;
                            dMax[(in0 + i) * c + j] += g[at];
                        }
                    });
        }
        float[] out = new float[g.length];
        Check.sameForAnyThreads(out, y -> Pooling.max(w, x, y));
        Check.close(max, out, 0, "max " + w);
        Check.sameForAnyThreads(out, y -> Pooling.average(w, x, y));
        Check.close(mean, out, 1e-6, "average " + w);
        float[] dx = new float[x.length];
        Check.sameForAnyThreads(dx, y -> Pooling.maxGradient(w, x, max, g, y));
        Check.close(dMax, dx, 1e-6, "max gradient " + w);
        Check.sameForAnyThreads(dx, y -> Pooling.averageGradient(w, g, y));
        Check.close(dMean, dx, 1e-6, "average gradient " + w);
    }
}
