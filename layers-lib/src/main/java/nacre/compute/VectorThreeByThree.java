package nacre.compute;

import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The commonest depthwise window, 3 × 3 that moves by one, one line of the result at a time.
///
/// Why it is fast: the nine taps stay in registers, and each number of the source is loaded once
/// for the three places of the line that see it: three loads for nine multiply-adds.
/// [VectorColumns] loads nine.
final class VectorThreeByThree {
    private static final int L = Lanes.COUNT;

    private VectorThreeByThree() {}

    /// A line of `width` places: `c[cAt + w · cStep + j] = Σ a[aAt + y · line + (w + x) · aStep +
    /// j] · b[tap(y, x), j]`.
    ///
    /// @param bStep distance of the taps in `b`
    static void line(
            float[] a,
            int aAt,
            int line,
            int aStep,
            float[] b,
            int bAt,
            int bStep,
            float[] c,
            int cAt,
            int cStep,
            int width,
            int columns) {
        for (int j = 0; j < columns; j += L) {
            vector(
                    a,
                    aAt + j,
                    line,
                    aStep,
                    b,
                    bAt + j,
                    bStep,
                    c,
                    cAt + j,
                    cStep,
                    width,
                    S.indexInRange(j, columns));
        }
    }

    private static void vector(
            float[] a,
            int aAt,
            int line,
            int aStep,
            float[] b,
            int bAt,
            int bStep,
            float[] c,
            int cAt,
            int cStep,
            int width,
            VectorMask<Float> mask) {
        FloatVector k00 = fromArray(S, b, bAt, mask);
        FloatVector k01 = fromArray(S, b, bAt + bStep, mask);
        FloatVector k02 = fromArray(S, b, bAt + 2 * bStep, mask);
        FloatVector k10 = fromArray(S, b, bAt + 3 * bStep, mask);
        FloatVector k11 = fromArray(S, b, bAt + 4 * bStep, mask);
        FloatVector k12 = fromArray(S, b, bAt + 5 * bStep, mask);
        FloatVector k20 = fromArray(S, b, bAt + 6 * bStep, mask);
        FloatVector k21 = fromArray(S, b, bAt + 7 * bStep, mask);
        FloatVector k22 = fromArray(S, b, bAt + 8 * bStep, mask);
        FloatVector begun = FloatVector.zero(S);
        FloatVector half = begun;
        for (int w = -2; w < width; w++) {
            int at = aAt + (w + 2) * aStep;
            FloatVector x0 = fromArray(S, a, at, mask);
            FloatVector x1 = fromArray(S, a, at + line, mask);
            FloatVector x2 = fromArray(S, a, at + 2 * line, mask);
            FloatVector done = x2.fma(k22, x1.fma(k12, x0.fma(k02, half)));
            half = x2.fma(k21, x1.fma(k11, x0.fma(k01, begun)));
            begun = x2.fma(k20, x1.fma(k10, x0.mul(k00)));
            if (w >= 0) {
                done.intoArray(c, cAt + w * cStep, mask);
            }
        }
    }

    /// What a line adds to the gradient by the kernel: `b[tap(y, x), j] += Σ a[aAt + y · line + (w
    /// + x) · aStep + j] · g[…]`.
    static void gradient(
            float[] a,
            int aAt,
            int line,
            int aStep,
            float[] g,
            int gAt,
            int gStep,
            float[] b,
            int bAt,
            int bStep,
            int width,
            int columns) {
        for (int j = 0; j < columns; j += L) {
            taps(
                    a,
                    aAt + j,
                    line,
                    aStep,
                    g,
                    gAt + j,
                    gStep,
                    b,
                    bAt + j,
                    bStep,
                    width,
                    S.indexInRange(j, columns));
        }
    }

    private static void taps(
            float[] a,
            int aAt,
            int line,
            int aStep,
            float[] g,
            int gAt,
            int gStep,
            float[] b,
            int bAt,
            int bStep,
            int width,
            VectorMask<Float> mask) {
        FloatVector k00 = fromArray(S, b, bAt, mask);
        FloatVector k01 = fromArray(S, b, bAt + bStep, mask);
        FloatVector k02 = fromArray(S, b, bAt + 2 * bStep, mask);
        FloatVector k10 = fromArray(S, b, bAt + 3 * bStep, mask);
        FloatVector k11 = fromArray(S, b, bAt + 4 * bStep, mask);
        FloatVector k12 = fromArray(S, b, bAt + 5 * bStep, mask);
        FloatVector k20 = fromArray(S, b, bAt + 6 * bStep, mask);
        FloatVector k21 = fromArray(S, b, bAt + 7 * bStep, mask);
        FloatVector k22 = fromArray(S, b, bAt + 8 * bStep, mask);
        FloatVector x00 = fromArray(S, a, aAt, mask);
        FloatVector x10 = fromArray(S, a, aAt + line, mask);
        FloatVector x20 = fromArray(S, a, aAt + 2 * line, mask);
        FloatVector x01 = fromArray(S, a, aAt + aStep, mask);
        FloatVector x11 = fromArray(S, a, aAt + line + aStep, mask);
        FloatVector x21 = fromArray(S, a, aAt + 2 * line + aStep, mask);
        for (int w = 0; w < width; w++) {
            int at = aAt + (w + 2) * aStep;
            FloatVector x02 = fromArray(S, a, at, mask);
            FloatVector x12 = fromArray(S, a, at + line, mask);
            FloatVector x22 = fromArray(S, a, at + 2 * line, mask);
            FloatVector y = fromArray(S, g, gAt + w * gStep, mask);
            k00 = x00.fma(y, k00);
            k10 = x10.fma(y, k10);
            k20 = x20.fma(y, k20);
            k01 = x01.fma(y, k01);
            k11 = x11.fma(y, k11);
            k21 = x21.fma(y, k21);
            k02 = x02.fma(y, k02);
            k12 = x12.fma(y, k12);
            k22 = x22.fma(y, k22);
            x00 = x01;
            x10 = x11;
            x20 = x21;
            x01 = x02;
            x11 = x12;
            x21 = x22;
        }
        k00.intoArray(b, bAt, mask);
        k01.intoArray(b, bAt + bStep, mask);
        k02.intoArray(b, bAt + 2 * bStep, mask);
        k10.intoArray(b, bAt + 3 * bStep, mask);
        k11.intoArray(b, bAt + 4 * bStep, mask);
        k12.intoArray(b, bAt + 5 * bStep, mask);
        k20.intoArray(b, bAt + 6 * bStep, mask);
        k21.intoArray(b, bAt + 7 * bStep, mask);
        k22.intoArray(b, bAt + 8 * bStep, mask);
    }
}
