package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SlopeTest {
    private static final float[] VALUES = {
        0f, -0f, 1f, -1f, Float.MIN_VALUE, Float.NaN, Float.POSITIVE_INFINITY, -3.5f, 2.25f
    };

    @Test
    void reluLetsThroughTheVeryBitsWhereItsResultIsPositive() {
        for (float y : VALUES) {
            for (float g : VALUES) {
                float[] one = {y, g, 5f}; // fills no vector
                Slope.part(Unary.RELU, one, 0, one, 1, one, 2, 1);
                same(y > 0 ? g : 0f, one[2], y, g);
            }
        }
    }

    @Test
    void wholeVectorsOfReluGiveTheSameBits() {
        int n = 2 * Vectors.LANES + 1;
        float[] ys = new float[n];
        float[] gs = new float[n];
        float[] dx = new float[n];
        for (int i = 0; i < n; i++) {
            ys[i] = VALUES[i % VALUES.length];
            gs[i] = VALUES[i / 2 % VALUES.length];
        }
        Slope.apply(Unary.RELU, ys, gs, dx, n);
        for (int i = 0; i < n; i++) {
            same(ys[i] > 0 ? gs[i] : 0f, dx[i], ys[i], gs[i]);
        }
    }

    private static void same(float expected, float got, float y, float g) {
        assertEquals(
                Float.floatToRawIntBits(expected),
                Float.floatToRawIntBits(got),
                "y = " + y + ", g = " + g);
    }
}
