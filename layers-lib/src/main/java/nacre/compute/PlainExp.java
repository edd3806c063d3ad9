package nacre.compute;

/// `e^x` of one number, the way [VectorExp] computes it: right to a few units in the last place.
///
/// `e^x = 2ⁿ · e^r` with n whole and r between ±½·ln 2, where a short polynomial is enough. Quicker
/// than `Math.exp`, which is right to the last place of a `double`. Gives the same bits as a
/// vector.
final class PlainExp {
    static final float LOG2_E = 1.442695f;

    /// −ln 2 in two parts: the first has few digits, so that its product with n is exact.
    static final float LN2_HIGH = -0.693359375f;

    static final float LN2_LOW = 2.1219444e-4f;

    /// Adding this leaves a float no room for a fraction: it rounds, and the low bits are the whole
    /// number.
    static final float ROUNDER = 12_582_912f;

    static final float LARGEST = 88.72284f;
    static final float SMALLEST = -103.97208f;

    static final float C7 = 1.9845957e-4f;
    static final float C6 = 0.0013941653f;
    static final float C5 = 0.0083333915f;
    static final float C4 = 0.041666348f;
    static final float C3 = 0.16666666f;

    private PlainExp() {}

    static float of(float x) {
        float rounded = MultiplyAdd.of(x, LOG2_E, ROUNDER);
        int n = Float.floatToRawIntBits(rounded) - Float.floatToRawIntBits(ROUNDER);
        float whole = rounded - ROUNDER;
        float r = MultiplyAdd.of(LN2_LOW, whole, MultiplyAdd.of(LN2_HIGH, whole, x));
        float p = MultiplyAdd.of(C7, r, C6);
        p = MultiplyAdd.of(p, r, C5);
        p = MultiplyAdd.of(p, r, C4);
        p = MultiplyAdd.of(p, r, C3);
        p = MultiplyAdd.of(p, r, 0.5f);
        p = MultiplyAdd.of(p, r * r, r);
        float y = (p + 1) * power(n >> 1) * power(n - (n >> 1));
        y = x > LARGEST ? Float.POSITIVE_INFINITY : y;
        return x < SMALLEST ? 0 : y;
    }

    /// `2ⁿ`: n is put where a float keeps its exponent.
    private static float power(int n) {
        return Float.intBitsToFloat(n + 127 << 23);
    }
}
