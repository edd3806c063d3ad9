package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void rowsOfAnyLengthEqualThePlainOnes() {
        for (int n : new int[] {1, 2, 10, 15, 16, 17, 100, 1000}) {
            int rows = 1 + random.nextInt(40);
            float[] x = Check.random(random, rows * n);
            float[] g = Check.random(random, rows * n);
            for (int i = 0; i < x.length; i++) {
                x[i] *= 10;
            }
            float[] y = new float[x.length];
            float[] log = new float[x.length];
            float[] dx = new float[x.length];
            float[] dLog = new float[x.length];
            for (int r = 0; r < rows; r++) {
                PlainSoftmax.forward(x, r * n, n, y, r * n);
                PlainSoftmax.logForward(x, r * n, n, log, r * n);
                PlainSoftmax.gradient(y, r * n, g, r * n, n, dx, r * n);
                PlainSoftmax.logGradient(log, g, r * n, n, dLog);
            }
            float[] out = new float[x.length];
            Check.sameForAnyThreads(out, a -> Softmax.forward(x, rows, n, a));
            Check.close(y, out, 1e-6, "softmax");
            Check.sameForAnyThreads(out, a -> Softmax.logForward(x, rows, n, a));
            Check.close(log, out, 2e-6, "log softmax");
            Check.sameForAnyThreads(out, a -> Softmax.gradient(y, g, rows, n, a));
            Check.close(dx, out, 1e-6, "gradient");
            Check.sameForAnyThreads(out, a -> Softmax.logGradient(log, g, rows, n, a));
            Check.close(dLog, out, 1e-5, "log gradient");
        }
    }

    @Test
    void largeScoresDoNotOverflow() {
        float[] y = new float[3];
        Softmax.forward(new float[] {1000, 1000, -1000}, 1, 3, y);
        Check.close(new float[] {0.5f, 0.5f, 0}, y, 1e-6, "softmax");
    }

    @Test
    void thePowerOfOneNumberIsRightToAFewUnitsInTheLastPlace() {
        for (float x = -87; x < 88.7f; x += 0.0137f) {
            float exact = (float) Math.exp(x);
            assertEquals(exact, PlainExp.of(x), 3 * Math.ulp(exact), "e^" + x);
        }
        assertEquals(Float.POSITIVE_INFINITY, PlainExp.of(Float.POSITIVE_INFINITY));
        assertEquals(Float.POSITIVE_INFINITY, PlainExp.of(89));
        assertEquals(0, PlainExp.of(Float.NEGATIVE_INFINITY));
        assertEquals(0, PlainExp.of(-104));
        assertEquals(Float.NaN, PlainExp.of(Float.NaN));
    }

    @Test
    void aVectorOfPowersHasTheBitsOfSinglePowers() {
        float[] x = new float[64 * 100];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 3200) / 29f;
        }
        float[] y = new float[x.length];
        if (Vectors.ON) {
            VectorExp.exp(x, 0, 0, y, 0, x.length);
            for (int i = 0; i < x.length; i++) {
                assertEquals(PlainExp.of(x[i]), y[i], "e^" + x[i]);
            }
        }
    }

    @Test
    void notANumberSpreadsOverItsRow() {
        for (int n : new int[] {2, 20}) {
            float[] x = new float[2 * n];
            x[0] = Float.NaN;
            float[] y = new float[2 * n];
            Softmax.forward(x, 2, n, y);
            assertEquals(Float.NaN, y[0]);
            assertEquals(Float.NaN, y[n - 1]);
            assertEquals(1f / n, y[n], 1e-6);
        }
    }

    @Test
    void infinitiesGoThroughAsInThePlainLoops() {
        float[] odd = {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NaN, -1e30f, 1e30f};
        for (int n : new int[] {5, 16, 37, 100}) {
            for (float each : odd) {
                for (int count : new int[] {1, n}) {
                    float[] x = Check.random(random, n);
                    Arrays.fill(x, 0, count, each);
                    float[] expected = new float[n];
                    float[] y = new float[n];
                    PlainSoftmax.forward(x, 0, n, expected, 0);
                    Softmax.forward(x, 1, n, y);
                    Check.close(expected, y, 1e-6, count + " times " + each + " of " + n);
                    PlainSoftmax.logForward(x, 0, n, expected, 0);
                    Softmax.logForward(x, 1, n, y);
                    Check.close(expected, y, 2e-6, "log, " + count + " times " + each);
                }
            }
        }
    }
}
