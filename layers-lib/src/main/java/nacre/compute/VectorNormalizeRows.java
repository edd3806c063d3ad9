package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The loops of [PlainNormalizeRows] a vector at a time; what does not fill one is behind a mask.
///
/// Why it is fast: there are two sums side by side, so that an addition need not wait for the one
/// before; a row too long for that to be exact is cut into blocks.
final class VectorNormalizeRows implements NormalizeRows.Loops {
    private static final int L = Lanes.COUNT;

    /// Numbers that are summed up before the sum becomes a `double`.
    private static final int BLOCK = 256 * L;

    @Override
    public double sum(float[] x, int at, int n) {
        return VectorReduce.sum(x, at, n);
    }

    @Override
    public double squares(float[] x, int at, int n, float mean) {
        double total = 0;
        for (int from = 0; from < n; from += BLOCK) {
            int end = Math.min(n, from + BLOCK);
            FloatVector s0 = FloatVector.zero(S);
            FloatVector s1 = s0;
            int i = from;
            for (; i <= end - 2 * L; i += 2 * L) {
                FloatVector d0 = fromArray(S, x, at + i).sub(mean);
                FloatVector d1 = fromArray(S, x, at + i + L).sub(mean);
                s0 = d0.fma(d0, s0);
                s1 = d1.fma(d1, s1);
            }
            for (; i < end; i += L) {
                VectorMask<Float> mask = S.indexInRange(i, end);
                FloatVector d = fromArray(S, x, at + i, mask).sub(mean, mask);
                s0 = d.fma(d, s0);
            }
            total += Lanes.sum(s0.add(s1));
        }
        return total;
    }

    @Override
    public void apply(float[] x, int at, int n, float mean, float inverse, float[] t, float[] y) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector d = fromArray(S, x, at + i).sub(mean).mul(inverse);
            d.fma(fromArray(S, t, i), fromArray(S, t, n + i)).intoArray(y, at + i);
        }
        if (i < n) {
            VectorMask<Float> mask = S.indexInRange(i, n);
            FloatVector d = fromArray(S, x, at + i, mask).sub(mean).mul(inverse);
            d.fma(fromArray(S, t, i, mask), fromArray(S, t, n + i, mask))
                    .intoArray(y, at + i, mask);
        }
    }

    @Override
    public double slopes(float[] g, int at, int n, float[] t) {
        double total = 0;
        for (int from = 0; from < n; from += BLOCK) {
            int end = Math.min(n, from + BLOCK);
            FloatVector s0 = FloatVector.zero(S);
            FloatVector s1 = s0;
            int i = from;
            for (; i <= end - 2 * L; i += 2 * L) {
                s0 = fromArray(S, g, at + i).fma(fromArray(S, t, i), s0);
                s1 = fromArray(S, g, at + i + L).fma(fromArray(S, t, i + L), s1);
            }
            for (; i < end; i += L) {
                VectorMask<Float> mask = S.indexInRange(i, end);
                s0 = fromArray(S, g, at + i, mask).fma(fromArray(S, t, i, mask), s0);
            }
            total += Lanes.sum(s0.add(s1));
        }
        return total;
    }

    @Override
    public double slopes(float[] x, float[] g, int at, int n, float mean, float[] t) {
        double total = 0;
        for (int from = 0; from < n; from += BLOCK) {
            int end = Math.min(n, from + BLOCK);
            FloatVector s0 = FloatVector.zero(S);
            FloatVector s1 = s0;
            int i = from;
            for (; i <= end - 2 * L; i += 2 * L) {
                FloatVector h0 = fromArray(S, g, at + i).mul(fromArray(S, t, i));
                FloatVector h1 = fromArray(S, g, at + i + L).mul(fromArray(S, t, i + L));
                s0 = fromArray(S, x, at + i).sub(mean).fma(h0, s0);
                s1 = fromArray(S, x, at + i + L).sub(mean).fma(h1, s1);
            }
            for (; i < end; i += L) {
                VectorMask<Float> mask = S.indexInRange(i, end);
                FloatVector h = fromArray(S, g, at + i, mask).mul(fromArray(S, t, i, mask));
                s0 = fromArray(S, x, at + i, mask).sub(mean).fma(h, s0);
            }
            total += Lanes.sum(s0.add(s1));
        }
        return total;
    }

    @Override
    public void back(
            float[] x,
            float[] g,
            int at,
            int n,
            float mean,
            float inverse,
            float slope,
            float shift,
            float[] t,
            float[] dx,
            float[] sum,
            int to) {
        FloatVector stretch = broadcast(S, inverse);
        FloatVector slopes = broadcast(S, slope);
        FloatVector shifts = broadcast(S, shift);
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector slant = fromArray(S, g, at + i);
            FloatVector d = fromArray(S, x, at + i).sub(mean);
            slant.mul(fromArray(S, t, i)).fma(stretch, d.fma(slopes, shifts)).intoArray(dx, at + i);
            slant.mul(stretch).fma(d, fromArray(S, sum, to + i)).intoArray(sum, to + i);
            fromArray(S, sum, to + n + i).add(slant).intoArray(sum, to + n + i);
        }
        if (i < n) {
            VectorMask<Float> mask = S.indexInRange(i, n);
            FloatVector slant = fromArray(S, g, at + i, mask);
            FloatVector d = fromArray(S, x, at + i, mask).sub(mean);
            slant.mul(fromArray(S, t, i, mask))
                    .fma(stretch, d.fma(slopes, shifts))
                    .intoArray(dx, at + i, mask);
            slant.mul(stretch).fma(d, fromArray(S, sum, to + i, mask)).intoArray(sum, to + i, mask);
            fromArray(S, sum, to + n + i, mask).add(slant).intoArray(sum, to + n + i, mask);
        }
    }
}
