package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementwiseTest {
    private static final float[] SPECIAL = {
        0f,
        -0f,
        1f,
        -1f,
        0.5f,
        -0.5f,
        1.5f,
        2.5f,
        1e-3f,
        -1e-3f,
        1e-20f,
        -1e-20f,
        1e-42f,
        10f,
        -10f,
        17f,
        -17f,
        88f,
        88.5f,
        89f,
        -87f,
        -89f,
        -100f,
        -104f,
        110f,
        1e10f,
        -1e10f,
        3e38f,
        -3e38f,
        0.6249f,
        0.6251f,
        0.999f,
        1.001f,
        3.99f,
        4.01f,
        Float.MAX_VALUE,
        Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    private final SplittableRandom random = new SplittableRandom(3);

    @ParameterizedTest
    @EnumSource
    void aFunctionOfAVectorIsRightToFourUnits(Unary f) {
        float[] x = new float[200_000 + SPECIAL.length];
        System.arraycopy(SPECIAL, 0, x, 0, SPECIAL.length);
        for (int i = SPECIAL.length; i < x.length; i++) {
            x[i] = (float) ((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(7) - 4));
        }
        float[] out = new float[x.length];
        Elementwise.unary(f, x, 0, out, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            near(f, x[i], f.plain(x[i]), out[i]);
        }
    }

    private static void near(Unary f, float x, float expected, float actual) {
        if (Float.isNaN(expected) || Float.isInfinite(expected)) {
            assertTrue(
                    Float.compare(expected, actual) == 0,
                    f + "(" + x + ") = " + actual + ", not " + expected);
        } else {
            double unit = Math.max(Math.ulp(expected), Float.MIN_NORMAL);
            double off = Math.abs((double) actual - expected) / unit;
            assertTrue(
                    off <= 4,
                    f + "(" + x + ") = " + actual + ", not " + expected + ": " + off + " units");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFunctionOfTwoVectorsIsThatOfEachPair(Binary f) {
        for (int n : new int[] {0, 1, 7, 16, 33, 40_000}) {
            float[] a = special(n + 2);
            float[] b = special(n + 3);
            float[] expected = new float[n];
            float[] out = new float[n];
            PlainElementwise.binary(f, a, 2, b, 3, expected, 0, n);
            Elementwise.binary(f, a, 2, b, 3, out, 0, n);
            Check.close(expected, out, 0, f + " of " + n);
            PlainElementwise.scalar(f, a, 2, 0.7f, expected, 0, n);
            Elementwise.scalar(f, a, 2, 0.7f, out, 0, n);
            Check.close(expected, out, 0, f + " with a number");
            PlainElementwise.scalarLeft(f, 0.7f, b, 3, expected, 0, n);
            Elementwise.scalarLeft(f, 0.7f, b, 3, out, 0, n);
            Check.close(expected, out, 0, f + " of a number");
        }
    }

    @Test
    void broadcastingRepeatsAlongAxesWithStrideZero() {
        for (int i = 0; i < 300; i++) {
            int axes = random.nextInt(5);
            int[] dims = new int[axes];
            int[] a = new int[axes];
            int[] b = new int[axes];
            int an = 1;
            int bn = 1;
            for (int d = axes - 1; d >= 0; d--) {
                dims[d] = random.nextInt(8);
                a[d] = random.nextInt(3) == 0 ? 0 : an;
                b[d] = random.nextInt(3) == 0 ? 0 : bn;
                an *= a[d] == 0 ? 1 : Math.max(1, dims[d]);
                bn *= b[d] == 0 ? 1 : Math.max(1, dims[d]);
            }
            float[] x = Check.random(random, an);
            float[] y = Check.random(random, bn);
            float[] expected = new float[Axes.size(dims)];
            for (int e = 0; e < expected.length; e++) {
                expected[e] = x[Axes.offset(e, dims, a, axes)] - y[Axes.offset(e, dims, b, axes)];
            }
            float[] out = new float[expected.length];
            Elementwise.broadcast(Binary.SUB, x, a, y, b, out, dims);
            Check.close(expected, out, 0, "broadcast");
        }
    }

    @Test
    void addingAMultipleKeepsTheRest() {
        for (int n : new int[] {0, 1, 17, 70_000}) {
            float[] x = Check.random(random, n + 1);
            float[] y = Check.random(random, n + 2);
            float[] expected = y.clone();
            PlainElementwise.fma(x, 1, 0.3f, expected, 1, n);
            Elementwise.fma(x, 1, 0.3f, y, 1, n);
            Check.close(expected, y, 1e-6, "fma");
        }
    }

    private float[] special(int n) {
        float[] x = Check.random(random, n);
        for (int i = 0; i < n; i += 3) {
            x[i] = SPECIAL[random.nextInt(SPECIAL.length)];
        }
        return x;
    }
}
