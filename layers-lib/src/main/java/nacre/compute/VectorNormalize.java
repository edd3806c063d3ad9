package nacre.compute;

import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The loops of [PlainNormalize] a vector of channels at a time, the last one behind a mask.
///
/// Why it is fast: what belongs to a channel stays in registers while the rows go by, and sums are
/// taken of four rows side by side, so that no addition waits for the one before.
final class VectorNormalize implements NormalizeLoops {
    private static final int L = Lanes.COUNT;

    private static final PlainNormalize PLAIN = new PlainNormalize();

    @Override
    public double sum(float[] t, int at, int n) {
        return VectorReduce.sum(t, at, n);
    }

    @Override
    public double dot(float[] t, int a, int b, int n) {
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = s0;
        int i = 0;
        for (; i + 2 * L <= n; i += 2 * L) {
            s0 = fromArray(S, t, a + i).fma(fromArray(S, t, b + i), s0);
            s1 = fromArray(S, t, a + i + L).fma(fromArray(S, t, b + i + L), s1);
        }
        return Lanes.sum(s0.add(s1)) + PLAIN.dot(t, a + i, b + i, n - i);
    }

    @Override
    public void sums(float[] x, int at, int rows, int n, float[] sum, int to) {
        for (int c = 0; c < n; c += L) {
            VectorMask<Float> mask = S.indexInRange(c, n);
            FloatVector s0 = FloatVector.zero(S);
            FloatVector s1 = s0;
            FloatVector s2 = s0;
            FloatVector s3 = s0;
            int i = at + c;
            int r = 0;
            for (; r + 4 <= rows; r += 4, i += 4 * n) {
                s0 = s0.add(fromArray(S, x, i, mask));
                s1 = s1.add(fromArray(S, x, i + n, mask));
                s2 = s2.add(fromArray(S, x, i + 2 * n, mask));
                s3 = s3.add(fromArray(S, x, i + 3 * n, mask));
            }
            for (; r < rows; r++, i += n) {
                s0 = s0.add(fromArray(S, x, i, mask));
            }
            add(s0.add(s1).add(s2.add(s3)), sum, to + c, mask);
        }
    }

    @Override
    public void squares(float[] x, int at, int rows, int n, float[] t, float[] sum, int to) {
        for (int c = 0; c < n; c += L) {
            VectorMask<Float> mask = S.indexInRange(c, n);
            FloatVector mean = fromArray(S, t, c, mask);
            FloatVector s0 = FloatVector.zero(S);
            FloatVector s1 = s0;
            FloatVector s2 = s0;
            FloatVector s3 = s0;
            int i = at + c;
            int r = 0;
            for (; r + 4 <= rows; r += 4, i += 4 * n) {
                FloatVector d0 = fromArray(S, x, i, mask).sub(mean);
                FloatVector d1 = fromArray(S, x, i + n, mask).sub(mean);
                FloatVector d2 = fromArray(S, x, i + 2 * n, mask).sub(mean);
                FloatVector d3 = fromArray(S, x, i + 3 * n, mask).sub(mean);
                s0 = d0.fma(d0, s0);
                s1 = d1.fma(d1, s1);
                s2 = d2.fma(d2, s2);
                s3 = d3.fma(d3, s3);
            }
            for (; r < rows; r++, i += n) {
                FloatVector d = fromArray(S, x, i, mask).sub(mean);
                s0 = d.fma(d, s0);
            }
            add(s0.add(s1).add(s2.add(s3)), sum, to + c, mask);
        }
    }

    @Override
    public void apply(float[] x, int at, int rows, int n, float[] t, float[] y) {
        for (int c = 0; c < n; c += L) {
            VectorMask<Float> mask = S.indexInRange(c, n);
            FloatVector mean = fromArray(S, t, c, mask);
            FloatVector scale = fromArray(S, t, n + c, mask);
            FloatVector shift = fromArray(S, t, 2 * n + c, mask);
            for (int r = 0, i = at + c; r < rows; r++, i += n) {
                FloatVector d = fromArray(S, x, i, mask).sub(mean);
                d.fma(scale, shift).intoArray(y, i, mask);
            }
        }
    }

    @Override
    public void slopes(
            float[] x, float[] g, int at, int rows, int n, float[] t, float[] sum, int to) {
        for (int c = 0; c < n; c += L) {
            VectorMask<Float> mask = S.indexInRange(c, n);
            FloatVector mean = fromArray(S, t, c, mask);
            FloatVector s0 = FloatVector.zero(S);
            FloatVector s1 = s0;
            FloatVector x0 = s0;
            FloatVector x1 = s0;
            int i = at + c;
            int r = 0;
            for (; r + 2 <= rows; r += 2, i += 2 * n) {
                FloatVector g0 = fromArray(S, g, i, mask);
                FloatVector g1 = fromArray(S, g, i + n, mask);
                x0 = fromArray(S, x, i, mask).sub(mean).fma(g0, x0);
                x1 = fromArray(S, x, i + n, mask).sub(mean).fma(g1, x1);
                s0 = s0.add(g0);
                s1 = s1.add(g1);
            }
            for (; r < rows; r++, i += n) {
                FloatVector g0 = fromArray(S, g, i, mask);
                x0 = fromArray(S, x, i, mask).sub(mean).fma(g0, x0);
                s0 = s0.add(g0);
            }
            add(x0.add(x1), sum, to + c, mask);
            add(s0.add(s1), sum, to + n + c, mask);
        }
    }

    @Override
    public void back(float[] x, float[] g, int at, int rows, int n, float[] t, float[] dx) {
        for (int c = 0; c < n; c += L) {
            VectorMask<Float> mask = S.indexInRange(c, n);
            FloatVector mean = fromArray(S, t, c, mask);
            FloatVector scale = fromArray(S, t, n + c, mask);
            FloatVector slope = fromArray(S, t, 2 * n + c, mask);
            FloatVector shift = fromArray(S, t, 3 * n + c, mask);
            for (int r = 0, i = at + c; r < rows; r++, i += n) {
                FloatVector d = fromArray(S, x, i, mask).sub(mean);
                fromArray(S, g, i, mask).fma(scale, d.fma(slope, shift)).intoArray(dx, i, mask);
            }
        }
    }

    private static void add(FloatVector some, float[] sum, int at, VectorMask<Float> mask) {
        fromArray(S, sum, at, mask).add(some).intoArray(sum, at, mask);
    }
}
