package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import nacre.compute.Spans.Run;

/// The loops of [PlainPooling] a vector of channels at a time.
///
/// Why it is fast: the result of a vector of channels stays in a register while the window is read.
/// Windows of four places, as most are, have loops of their own, in [VectorPoolingOfFour]; what
/// these leave, the channels from `done` on, is behind a mask.
final class VectorPooling {
    private static final int L = Lanes.COUNT;

    private VectorPooling() {}

    static void max(Run r, float[] x, float[] out) {
        int done = r.count() == 4 ? VectorPoolingOfFour.max(r, x, out) : 0;
        for (int w = 0; w < r.windows() && done < r.channels(); w++) {
            max(r, x, r.at() + w * r.step(), out, r.out() + w * r.channels(), done);
        }
    }

    private static void max(Run r, float[] x, int at, float[] out, int oo, int done) {
        int[] places = r.places();
        int count = r.count();
        int channels = r.channels();
        for (int c = done; c < channels; c += L) {
            VectorMask<Float> mask = S.indexInRange(c, channels);
            FloatVector most = fromArray(S, x, at + places[0] + c, mask);
            for (int i = 1; i < count; i++) {
                most = most.max(fromArray(S, x, at + places[i] + c, mask));
            }
            most.intoArray(out, oo + c, mask);
        }
    }

    static void maxGradient(Run r, float[] x, float[] y, float[] g, float[] dx) {
        boolean ofFour = r.count() == 4 && r.once();
        int done = ofFour ? VectorPoolingOfFour.maxGradient(r, x, y, g, dx) : 0;
        for (int w = 0; w < r.windows() && done < r.channels(); w++) {
            maxGradient(r, x, r.at() + w * r.step(), y, g, r.out() + w * r.channels(), dx, done);
        }
    }

    private static void maxGradient(
            Run r, float[] x, int at, float[] y, float[] g, int oo, float[] dx, int done) {
        int[] places = r.places();
        int count = r.count();
        int channels = r.channels();
        for (int c = done; c < channels; c += L) {
            VectorMask<Float> all = S.indexInRange(c, channels);
            VectorMask<Float> counts = S.indexInRange(c, r.once() ? 0 : channels);
            VectorMask<Float> left = all;
            FloatVector most = fromArray(S, y, oo + c, all);
            FloatVector gradient = fromArray(S, g, oo + c, all);
            for (int i = 0; i < count; i++) {
                int place = at + places[i] + c;
                VectorMask<Float> here =
                        fromArray(S, x, place, all).compare(VectorOperators.EQ, most, left);
                fromArray(S, dx, place, counts).add(gradient, here).intoArray(dx, place, all);
                left = left.andNot(here);
            }
        }
    }

    static void average(Run r, float[] x, float[] out) {
        for (int w = 0; w < r.windows(); w++) {
            average(r, x, r.at() + w * r.step(), out, r.out() + w * r.channels());
        }
    }

    private static void average(Run r, float[] x, int at, float[] out, int oo) {
        int[] places = r.places();
        int count = r.count();
        int channels = r.channels();
        FloatVector share = broadcast(S, 1f / count);
        for (int c = 0; c < channels; c += L) {
            VectorMask<Float> mask = S.indexInRange(c, channels);
            FloatVector sum = fromArray(S, x, at + places[0] + c, mask);
            for (int i = 1; i < count; i++) {
                sum = sum.add(fromArray(S, x, at + places[i] + c, mask));
            }
            sum.mul(share).intoArray(out, oo + c, mask);
        }
    }

    static void averageGradient(Run r, float[] g, float[] dx) {
        for (int w = 0; w < r.windows(); w++) {
            averageGradient(r, g, r.out() + w * r.channels(), dx, r.at() + w * r.step());
        }
    }

    private static void averageGradient(Run r, float[] g, int oo, float[] dx, int at) {
        int[] places = r.places();
        int count = r.count();
        int channels = r.channels();
        FloatVector share = broadcast(S, 1f / count);
        for (int c = 0; c < channels; c += L) {
            VectorMask<Float> mask = S.indexInRange(c, channels);
            FloatVector part = fromArray(S, g, oo + c, mask).mul(share);
            for (int i = 0; i < count; i++) {
                int place = at + places[i] + c;
                fromArray(S, dx, place, mask).add(part).intoArray(dx, place, mask);
            }
        }
    }
}
