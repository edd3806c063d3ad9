package nacre.compute;

import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import nacre.compute.ThreeByThree.Strip;

/// The loops of [ThreeByThree] over the lines of a strip, for one vector of channels after the
/// other; the plain twin is [PlainDepthwise].
///
/// Why it is fast: what belongs to the nine taps stays in registers for all lines, and each number
/// of the source is loaded once for the three places of a line that see it: three or four loads for
/// nine multiply-adds. Of the lines that the next line of the result needs again, one vector of
/// channels is still in the nearest cache; all channels would not fit.
final class VectorThreeByThree {
    private static final int L = Lanes.COUNT;

    private VectorThreeByThree() {}

    static void forward(Strip s, float[] x, float[] zeros, float[] kernel, float[] out) {
        int channels = s.of().channels();
        for (int c = 0; c < channels; c += L) {
            forward(s, x, zeros, kernel, out, c, channels, S.indexInRange(c, channels));
        }
    }

    private static void forward(
            Strip s,
            float[] x,
            float[] zeros,
            float[] kernel,
            float[] out,
            int c,
            int step,
            VectorMask<Float> mask) {
        FloatVector k00 = fromArray(S, kernel, c, mask);
        FloatVector k01 = fromArray(S, kernel, c + step, mask);
        FloatVector k02 = fromArray(S, kernel, c + 2 * step, mask);
        FloatVector k10 = fromArray(S, kernel, c + 3 * step, mask);
        FloatVector k11 = fromArray(S, kernel, c + 4 * step, mask);
        FloatVector k12 = fromArray(S, kernel, c + 5 * step, mask);
        FloatVector k20 = fromArray(S, kernel, c + 6 * step, mask);
        FloatVector k21 = fromArray(S, kernel, c + 7 * step, mask);
        FloatVector k22 = fromArray(S, kernel, c + 8 * step, mask);
        int wide = s.of().wide();
        int outWide = s.of().outWide();
        int left = s.of().left();
        for (int h = s.from(); h < s.to(); h++) {
            int at0 = s.source(h, 0);
            int at1 = s.source(h, 1);
            int at2 = s.source(h, 2);
            float[] line0 = at0 < 0 ? zeros : x;
            float[] line1 = at1 < 0 ? zeros : x;
            float[] line2 = at2 < 0 ? zeros : x;
            at0 = Math.max(0, at0) + c;
            at1 = Math.max(0, at1) + c;
            at2 = Math.max(0, at2) + c;
            int to = s.target(h) + c;
            FloatVector begun = FloatVector.zero(S);
            FloatVector half = begun;
            int done = left - 2; // the place whose last number comes next
            for (int w = 0; w < wide; w++, done++) {
                FloatVector x0 = fromArray(S, line0, at0 + w * step, mask);
                FloatVector x1 = fromArray(S, line1, at1 + w * step, mask);
                FloatVector x2 = fromArray(S, line2, at2 + w * step, mask);
                FloatVector whole = x2.fma(k22, x1.fma(k12, x0.fma(k02, half)));
                half = x2.fma(k21, x1.fma(k11, x0.fma(k01, begun)));
                begun = x2.fma(k20, x1.fma(k10, x0.mul(k00)));
                if (done >= 0) {
                    whole.intoArray(out, to + done * step, mask);
                }
            }
            if (done < outWide) {
                half.intoArray(out, to + done * step, mask);
            }
            if (done + 1 < outWide) {
                begun.intoArray(out, to + (done + 1) * step, mask);
            }
        }
    }

    /// Adds to the gradient by the kernel, which begins at `sum[at]`.
    static void kernelGradient(Strip s, float[] x, float[] zeros, float[] g, float[] sum, int at) {
        int channels = s.of().channels();
        for (int c = 0; c < channels; c += L) {
            taps(s, x, zeros, g, sum, at + c, c, channels, S.indexInRange(c, channels));
        }
    }

    private static void taps(
            Strip s,
            float[] x,
            float[] zeros,
            float[] g,
            float[] sum,
            int at,
            int c,
            int step,
            VectorMask<Float> mask) {
        FloatVector k00 = fromArray(S, sum, at, mask);
        FloatVector k01 = fromArray(S, sum, at + step, mask);
        FloatVector k02 = fromArray(S, sum, at + 2 * step, mask);
        FloatVector k10 = fromArray(S, sum, at + 3 * step, mask);
        FloatVector k11 = fromArray(S, sum, at + 4 * step, mask);
        FloatVector k12 = fromArray(S, sum, at + 5 * step, mask);
        FloatVector k20 = fromArray(S, sum, at + 6 * step, mask);
        FloatVector k21 = fromArray(S, sum, at + 7 * step, mask);
        FloatVector k22 = fromArray(S, sum, at + 8 * step, mask);
        int wide = s.of().wide();
        int outWide = s.of().outWide();
        int left = s.of().left();
        for (int h = s.from(); h < s.to(); h++) {
            int at0 = s.source(h, 0);
            int at1 = s.source(h, 1);
            int at2 = s.source(h, 2);
            float[] line0 = at0 < 0 ? zeros : x;
            float[] line1 = at1 < 0 ? zeros : x;
            float[] line2 = at2 < 0 ? zeros : x;
            at0 = Math.max(0, at0) + c;
            at1 = Math.max(0, at1) + c;
            at2 = Math.max(0, at2) + c;
            int from = s.target(h) + c;
            FloatVector g1 = FloatVector.zero(S);
            FloatVector g2 = g1;
            int place = 0; // the next one that sees the number, with its first tap
            for (; place < left; place++) {
                g2 = g1;
                g1 = fromArray(S, g, from + place * step, mask);
            }
            for (int w = 0; w < wide; w++, place++) {
                boolean there = place < outWide;
                FloatVector g0 =
                        fromArray(S, there ? g : zeros, there ? from + place * step : 0, mask);
                FloatVector x0 = fromArray(S, line0, at0 + w * step, mask);
                FloatVector x1 = fromArray(S, line1, at1 + w * step, mask);
                FloatVector x2 = fromArray(S, line2, at2 + w * step, mask);
                k00 = x0.fma(g0, k00);
                k01 = x0.fma(g1, k01);
                k02 = x0.fma(g2, k02);
                k10 = x1.fma(g0, k10);
                k11 = x1.fma(g1, k11);
                k12 = x1.fma(g2, k12);
                k20 = x2.fma(g0, k20);
                k21 = x2.fma(g1, k21);
                k22 = x2.fma(g2, k22);
                g2 = g1;
                g1 = g0;
            }
        }
        k00.intoArray(sum, at, mask);
        k01.intoArray(sum, at + step, mask);
        k02.intoArray(sum, at + 2 * step, mask);
        k10.intoArray(sum, at + 3 * step, mask);
        k11.intoArray(sum, at + 4 * step, mask);
        k12.intoArray(sum, at + 5 * step, mask);
        k20.intoArray(sum, at + 6 * step, mask);
        k21.intoArray(sum, at + 7 * step, mask);
        k22.intoArray(sum, at + 8 * step, mask);
    }
}
