package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The loops of [Pooling] over one window: `count` places of the source that begin at `at +
/// places[i]`, all channels of each side by side, a vector of channels at a time.
///
/// Why it is fast: the result of a vector of channels stays in a register while the window is read.
final class VectorPooling {
    private static final int L = Lanes.COUNT;

    private VectorPooling() {}

    static void max(float[] x, int at, int[] places, int count, float[] out, int oo, int channels) {
        for (int c = 0; c < channels; c += L) {
            VectorMask<Float> mask = S.indexInRange(c, channels);
            FloatVector most = fromArray(S, x, at + places[0] + c, mask);
            for (int i = 1; i < count; i++) {
                most = most.max(fromArray(S, x, at + places[i] + c, mask));
            }
            most.intoArray(out, oo + c, mask);
        }
    }

    /// Adds the gradient to the first place of the window where `x` is the largest, `y`.
    static void maxGradient(
            float[] x,
            int at,
            int[] places,
            int count,
            float[] y,
            float[] g,
            int oo,
            float[] dx,
            int channels) {
        for (int c = 0; c < channels; c += L) {
            VectorMask<Float> left = S.indexInRange(c, channels);
            FloatVector most = fromArray(S, y, oo + c, left);
            FloatVector gradient = fromArray(S, g, oo + c, left);
            for (int i = 0; i < count; i++) {
                int place = at + places[i] + c;
                VectorMask<Float> here =
                        fromArray(S, x, place, left).compare(VectorOperators.EQ, most, left);
                fromArray(S, dx, place, here).add(gradient).intoArray(dx, place, here);
                left = left.andNot(here);
            }
        }
    }

    static void average(
            float[] x, int at, int[] places, int count, float[] out, int oo, int channels) {
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

    static void averageGradient(
            float[] g, int oo, float[] dx, int at, int[] places, int count, int channels) {
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
