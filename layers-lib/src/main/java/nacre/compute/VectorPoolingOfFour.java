package nacre.compute;

import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import nacre.compute.Spans.Run;

/// Max pooling with windows of four places, as 2 × 2, for as many channels as fill vectors; each
/// loop returns how many those are.
///
/// Why it is fast: there is one loop for a whole run of windows, nothing in it is masked, and the
/// next numbers are on their way from memory while these are compared. With a loop over channels
/// inside one over windows the compiler would prepare and end the inner one, of a few turns, for
/// each window.
final class VectorPoolingOfFour {
    private static final int L = Lanes.COUNT;

    private VectorPoolingOfFour() {}

    static int max(Run r, float[] x, float[] out) {
        int channels = r.channels();
        int whole = channels - channels % L;
        int p1 = r.places()[1] - r.places()[0];
        int p2 = r.places()[2] - r.places()[0];
        int p3 = r.places()[3] - r.places()[0];
        int nextWindow = r.step() - whole;
        int at = r.at() + r.places()[0];
        int to = r.out();
        for (int left = r.windows() * whole, c = 0; left > 0; left -= L) {
            FloatVector most = fromArray(S, x, at).max(fromArray(S, x, at + p1));
            most = most.max(fromArray(S, x, at + p2)).max(fromArray(S, x, at + p3));
            most.intoArray(out, to);
            at += L;
            to += L;
            c += L;
            if (c == whole) {
                c = 0;
                at += nextWindow;
                to += channels - whole;
            }
        }
        return whole;
    }

    /// For windows that do not overlap.
    static int maxGradient(Run r, float[] x, float[] y, float[] g, float[] dx) {
        int channels = r.channels();
        int whole = channels - channels % L;
        int p1 = r.places()[1] - r.places()[0];
        int p2 = r.places()[2] - r.places()[0];
        int p3 = r.places()[3] - r.places()[0];
        int nextWindow = r.step() - whole;
        int at = r.at() + r.places()[0];
        int from = r.out();
        FloatVector zero = FloatVector.zero(S);
        for (int left = r.windows() * whole, c = 0; left > 0; left -= L) {
            FloatVector most = fromArray(S, y, from);
            FloatVector gradient = fromArray(S, g, from);
            VectorMask<Float> m0 = most.eq(fromArray(S, x, at));
            VectorMask<Float> m1 = most.eq(fromArray(S, x, at + p1)).andNot(m0);
            VectorMask<Float> m01 = m0.or(m1);
            VectorMask<Float> m2 = most.eq(fromArray(S, x, at + p2)).andNot(m01);
            VectorMask<Float> m3 = most.eq(fromArray(S, x, at + p3)).andNot(m01.or(m2));
            zero.add(gradient, m0).intoArray(dx, at);
            zero.add(gradient, m1).intoArray(dx, at + p1);
            zero.add(gradient, m2).intoArray(dx, at + p2);
            zero.add(gradient, m3).intoArray(dx, at + p3);
            at += L;
            from += L;
            c += L;
            if (c == whole) {
                c = 0;
                at += nextWindow;
                from += channels - whole;
            }
        }
        return whole;
    }
}
