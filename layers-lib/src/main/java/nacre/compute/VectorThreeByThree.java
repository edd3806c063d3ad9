package nacre.compute;

import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static nacre.compute.Lanes.S;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import nacre.compute.Scratch.Use;
import nacre.compute.ThreeByThree.Sight;
import nacre.compute.ThreeByThree.Strip;

/// The loops of [ThreeByThree] over the lines of a strip, for one vector of channels after the
/// other; the plain twin is [PlainDepthwise].
///
/// Why it is fast: what belongs to the nine taps stays in registers for all lines, and each number
/// of the source is loaded once for the three places of a line that see it: three or four loads for
/// nine multiply-adds. Of the lines that the next line of the result needs again, one vector of
/// channels is still in the nearest cache; all channels would not fit.
///
/// There are no masks: the last vector of channels reaches back over some that are done already.
/// Masks make the methods so long that the first compiler of the JVM gives them up, and what it
/// made of them before may then stay for good: every vector an object, fifty times slower.
final class VectorThreeByThree {
    private static final int L = Lanes.COUNT;

    private VectorThreeByThree() {}

    static void forward(Strip s, float[] x, float[] zeros, float[] kernel, float[] out) {
        int channels = s.of().channels();
        for (int c = 0; c < channels; c += L) {
            forward(s, Math.min(c, channels - L), x, zeros, kernel, out);
        }
    }

    private static void forward(
            Strip s, int c, float[] x, float[] zeros, float[] kernel, float[] out) {
        ThreeByThree of = s.of();
        int wide = of.wide();
        int outWide = of.outWide();
        int step = of.channels();
        FloatVector k00 = fromArray(S, kernel, c);
        FloatVector k01 = fromArray(S, kernel, c + step);
        FloatVector k02 = fromArray(S, kernel, c + 2 * step);
        FloatVector k10 = fromArray(S, kernel, c + 3 * step);
        FloatVector k11 = fromArray(S, kernel, c + 4 * step);
        FloatVector k12 = fromArray(S, kernel, c + 5 * step);
        FloatVector k20 = fromArray(S, kernel, c + 6 * step);
        FloatVector k21 = fromArray(S, kernel, c + 7 * step);
        FloatVector k22 = fromArray(S, kernel, c + 8 * step);
        for (int h = s.from(); h < s.to(); h++) {
            Sight sight = s.sight(h, x, zeros);
            float[] line0 = sight.line0();
            float[] line1 = sight.line1();
            float[] line2 = sight.line2();
            int at0 = sight.at0() + c;
            int at1 = sight.at1() + c;
            int at2 = sight.at2() + c;
            int to = s.target(h) + c;
            FloatVector begun = zero(S);
            FloatVector half = begun;
            int done = of.left() - 2; // the place whose last number comes next
            for (int w = 0; w < wide; w++, done++) {
                FloatVector x0 = fromArray(S, line0, at0 + w * step);
                FloatVector x1 = fromArray(S, line1, at1 + w * step);
                FloatVector x2 = fromArray(S, line2, at2 + w * step);
                FloatVector whole = x2.fma(k22, x1.fma(k12, x0.fma(k02, half)));
                half = x2.fma(k21, x1.fma(k11, x0.fma(k01, begun)));
                begun = x2.fma(k20, x1.fma(k10, x0.mul(k00)));
                if (done >= 0) {
                    whole.intoArray(out, to + done * step);
                }
            }
            if (done < outWide) {
                half.intoArray(out, to + done * step);
            }
            if (done + 1 < outWide) {
                begun.intoArray(out, to + (done + 1) * step);
            }
        }
    }

    /// Adds to the gradient by the kernel, which begins at `sum[at]`.
    static void kernelGradient(Strip s, float[] x, float[] zeros, float[] g, float[] sum, int at) {
        int channels = s.of().channels();
        int c = 0;
        for (; c <= channels - L; c += L) {
            taps(s, c, x, zeros, g, sum, at + c, channels);
        }
        if (c < channels) {
            lastTaps(s, c, x, zeros, g, sum, at);
        }
    }

    /// Of the last vector of channels only those from `first` on count.
    private static void lastTaps(
            Strip s, int first, float[] x, float[] zeros, float[] g, float[] sum, int at) {
        int channels = s.of().channels();
        int c = channels - L;
        float[] all = Scratch.floats(Use.ROW, 9 * L);
        Arrays.fill(all, 0, 9 * L, 0);
        taps(s, c, x, zeros, g, all, 0, L);
        for (int tap = 0; tap < 9; tap++) {
            for (int i = first; i < channels; i++) {
                sum[at + tap * channels + i] += all[tap * L + i - c];
            }
        }
    }

    /// Adds to the sums of nine taps, which lie `apart` from `sum[at]` on.
    private static void taps(
            Strip s, int c, float[] x, float[] zeros, float[] g, float[] sum, int at, int apart) {
        ThreeByThree of = s.of();
        int wide = of.wide();
        int outWide = of.outWide();
        int step = of.channels();
        FloatVector k00 = fromArray(S, sum, at);
        FloatVector k01 = fromArray(S, sum, at + apart);
        FloatVector k02 = fromArray(S, sum, at + 2 * apart);
        FloatVector k10 = fromArray(S, sum, at + 3 * apart);
        FloatVector k11 = fromArray(S, sum, at + 4 * apart);
        FloatVector k12 = fromArray(S, sum, at + 5 * apart);
        FloatVector k20 = fromArray(S, sum, at + 6 * apart);
        FloatVector k21 = fromArray(S, sum, at + 7 * apart);
        FloatVector k22 = fromArray(S, sum, at + 8 * apart);
        for (int h = s.from(); h < s.to(); h++) {
            Sight sight = s.sight(h, x, zeros);
            float[] line0 = sight.line0();
            float[] line1 = sight.line1();
            float[] line2 = sight.line2();
            int at0 = sight.at0() + c;
            int at1 = sight.at1() + c;
            int at2 = sight.at2() + c;
            int from = s.target(h) + c;
            FloatVector g1 = zero(S);
            FloatVector g2 = g1;
            int place = 0; // the next one that sees the number, with its first tap
            for (; place < of.left(); place++) {
                g2 = g1;
                g1 = fromArray(S, g, from + place * step);
            }
            for (int w = 0; w < wide; w++, place++) {
                boolean there = place < outWide;
                FloatVector g0 = fromArray(S, there ? g : zeros, there ? from + place * step : 0);
                FloatVector x0 = fromArray(S, line0, at0 + w * step);
                FloatVector x1 = fromArray(S, line1, at1 + w * step);
                FloatVector x2 = fromArray(S, line2, at2 + w * step);
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
        k00.intoArray(sum, at);
        k01.intoArray(sum, at + apart);
        k02.intoArray(sum, at + 2 * apart);
        k10.intoArray(sum, at + 3 * apart);
        k11.intoArray(sum, at + 4 * apart);
        k12.intoArray(sum, at + 5 * apart);
        k20.intoArray(sum, at + 6 * apart);
        k21.intoArray(sum, at + 7 * apart);
        k22.intoArray(sum, at + 8 * apart);
    }
}
