package nacre.compute;

import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;

/// The loops of [PlainNormalize] a vector of channels at a time; what is left is done there.
///
/// Why it is fast: the numbers are read in the order they lie in, so that the memory sends them
/// ahead. What belongs to a channel is in the nearest cache, or stays in registers for some rows;
/// four rows are added up before a sum is read and written again.
final class VectorNormalize implements NormalizeLoops {
    private static final int L = Lanes.COUNT;

    /// Rows that are summed up at once.
    private static final int ROWS = 4;

    /// Numbers that fit the nearest cache together with what is made of them: some vectors of their
    /// rows may be done first, and the others still find them there.
    private static final int NEAR = 2_048;

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
        for (; i <= n - 2 * L; i += 2 * L) {
            s0 = fromArray(S, t, a + i).fma(fromArray(S, t, b + i), s0);
            s1 = fromArray(S, t, a + i + L).fma(fromArray(S, t, b + i + L), s1);
        }
        return Lanes.sum(s0.add(s1)) + PLAIN.dot(t, a + i, b + i, n - i);
    }

    @Override
    public void spread(
            float[] x, int at, int rows, int n, float[] mean, int mo, float[] square, int to) {
        int c = 0;
        for (; c <= n - 4 * L; c += 4 * L) {
            spreadFour(x, at + c, rows, n, mean, mo + c, square, to + c);
        }
        for (; c <= n - L; c += L) {
            spreadOne(x, at + c, rows, n, mean, mo + c, square, to + c);
        }
        PlainNormalize.spread(x, at, rows, n, c, mean, mo, square, to);
    }

    /// Four vectors of channels at a time: their sums do not wait for each other.
    private static void spreadFour(
            float[] x, int at, int rows, int n, float[] mean, int mo, float[] square, int to) {
        FloatVector m0 = FloatVector.zero(S);
        FloatVector m1 = m0;
        FloatVector m2 = m0;
        FloatVector m3 = m0;
        int end = at + rows * n;
        for (int i = at; i < end; i += n) {
            m0 = m0.add(fromArray(S, x, i));
            m1 = m1.add(fromArray(S, x, i + L));
            m2 = m2.add(fromArray(S, x, i + 2 * L));
            m3 = m3.add(fromArray(S, x, i + 3 * L));
        }
        m0 = m0.div(rows);
        m1 = m1.div(rows);
        m2 = m2.div(rows);
        m3 = m3.div(rows);
        m0.intoArray(mean, mo);
        m1.intoArray(mean, mo + L);
        m2.intoArray(mean, mo + 2 * L);
        m3.intoArray(mean, mo + 3 * L);
        FloatVector s0 = fromArray(S, square, to);
        FloatVector s1 = fromArray(S, square, to + L);
        FloatVector s2 = fromArray(S, square, to + 2 * L);
        FloatVector s3 = fromArray(S, square, to + 3 * L);
        for (int i = at; i < end; i += n) {
            FloatVector d0 = fromArray(S, x, i).sub(m0);
            FloatVector d1 = fromArray(S, x, i + L).sub(m1);
            FloatVector d2 = fromArray(S, x, i + 2 * L).sub(m2);
            FloatVector d3 = fromArray(S, x, i + 3 * L).sub(m3);
            s0 = d0.fma(d0, s0);
            s1 = d1.fma(d1, s1);
            s2 = d2.fma(d2, s2);
            s3 = d3.fma(d3, s3);
        }
        s0.intoArray(square, to);
        s1.intoArray(square, to + L);
        s2.intoArray(square, to + 2 * L);
        s3.intoArray(square, to + 3 * L);
    }

    private static void spreadOne(
            float[] x, int at, int rows, int n, float[] mean, int mo, float[] square, int to) {
        FloatVector m = FloatVector.zero(S);
        int end = at + rows * n;
        for (int i = at; i < end; i += n) {
            m = m.add(fromArray(S, x, i));
        }
        m = m.div(rows);
        m.intoArray(mean, mo);
        FloatVector s = fromArray(S, square, to);
        for (int i = at; i < end; i += n) {
            FloatVector d = fromArray(S, x, i).sub(m);
            s = d.fma(d, s);
        }
        s.intoArray(square, to);
    }

    @Override
    public void sums(float[] x, int at, int rows, int n, float[] sum, int to) {
        int r = 0;
        for (; r + ROWS <= rows; r += ROWS) {
            sums(x, at + r * n, n, sum, to);
        }
        PlainNormalize.sums(x, at + r * n, rows - r, n, 0, sum, to);
    }

    private static void sums(float[] x, int at, int n, float[] sum, int to) {
        int c = 0;
        for (; c <= n - L; c += L) {
            FloatVector x0 = fromArray(S, x, at + c);
            FloatVector x1 = fromArray(S, x, at + n + c);
            FloatVector x2 = fromArray(S, x, at + 2 * n + c);
            FloatVector x3 = fromArray(S, x, at + 3 * n + c);
            FloatVector some = x0.add(x1).add(x2.add(x3));
            fromArray(S, sum, to + c).add(some).intoArray(sum, to + c);
        }
        PlainNormalize.sums(x, at, ROWS, n, c, sum, to);
    }

    @Override
    public void squares(float[] x, int at, int rows, int n, float[] t, float[] sum, int to) {
        int r = 0;
        for (; r + ROWS <= rows; r += ROWS) {
            squares(x, at + r * n, n, t, sum, to);
        }
        PlainNormalize.squares(x, at + r * n, rows - r, n, 0, t, sum, to);
    }

    private static void squares(float[] x, int at, int n, float[] t, float[] sum, int to) {
        int c = 0;
        for (; c <= n - L; c += L) {
            FloatVector mean = fromArray(S, t, c);
            FloatVector d0 = fromArray(S, x, at + c).sub(mean);
            FloatVector d1 = fromArray(S, x, at + n + c).sub(mean);
            FloatVector d2 = fromArray(S, x, at + 2 * n + c).sub(mean);
            FloatVector d3 = fromArray(S, x, at + 3 * n + c).sub(mean);
            FloatVector some = d0.fma(d0, d1.mul(d1)).add(d2.fma(d2, d3.mul(d3)));
            fromArray(S, sum, to + c).add(some).intoArray(sum, to + c);
        }
        PlainNormalize.squares(x, at, ROWS, n, c, t, sum, to);
    }

    @Override
    public void apply(float[] x, int at, int rows, int n, float[] t, float[] y) {
        int some = Math.max(ROWS, NEAR / n);
        for (int r = 0; r < rows; r += some) {
            applySome(x, at + r * n, at + Math.min(rows, r + some) * n, n, t, y);
        }
    }

    private static void applySome(float[] x, int at, int end, int n, float[] t, float[] y) {
        int c = 0;
        for (; c <= n - 4 * L; c += 4 * L) {
            applyFour(x, at + c, end, n, t, c, y);
        }
        for (; c <= n - L; c += L) {
            applyOne(x, at + c, end, n, t, c, y);
        }
        PlainNormalize.apply(x, at, (end - at) / n, n, c, t, y);
    }

    private static void applyFour(float[] x, int at, int end, int n, float[] t, int c, float[] y) {
        FloatVector mean0 = fromArray(S, t, c);
        FloatVector mean1 = fromArray(S, t, c + L);
        FloatVector mean2 = fromArray(S, t, c + 2 * L);
        FloatVector mean3 = fromArray(S, t, c + 3 * L);
        FloatVector scale0 = fromArray(S, t, n + c);
        FloatVector scale1 = fromArray(S, t, n + c + L);
        FloatVector scale2 = fromArray(S, t, n + c + 2 * L);
        FloatVector scale3 = fromArray(S, t, n + c + 3 * L);
        FloatVector shift0 = fromArray(S, t, 2 * n + c);
        FloatVector shift1 = fromArray(S, t, 2 * n + c + L);
        FloatVector shift2 = fromArray(S, t, 2 * n + c + 2 * L);
        FloatVector shift3 = fromArray(S, t, 2 * n + c + 3 * L);
        for (int i = at; i < end; i += n) {
            fromArray(S, x, i).sub(mean0).fma(scale0, shift0).intoArray(y, i);
            fromArray(S, x, i + L).sub(mean1).fma(scale1, shift1).intoArray(y, i + L);
            fromArray(S, x, i + 2 * L).sub(mean2).fma(scale2, shift2).intoArray(y, i + 2 * L);
            fromArray(S, x, i + 3 * L).sub(mean3).fma(scale3, shift3).intoArray(y, i + 3 * L);
        }
    }

    private static void applyOne(float[] x, int at, int end, int n, float[] t, int c, float[] y) {
        FloatVector mean = fromArray(S, t, c);
        FloatVector scale = fromArray(S, t, n + c);
        FloatVector shift = fromArray(S, t, 2 * n + c);
        for (int i = at; i < end; i += n) {
            fromArray(S, x, i).sub(mean).fma(scale, shift).intoArray(y, i);
        }
    }

    @Override
    public void slopes(
            float[] x, float[] g, int at, int rows, int n, float[] t, float[] sum, int to) {
        int r = 0;
        for (; r + ROWS <= rows; r += ROWS) {
            slopes(x, g, at + r * n, n, t, sum, to);
        }
        PlainNormalize.slopes(x, g, at + r * n, rows - r, n, 0, t, sum, to);
    }

    private static void slopes(
            float[] x, float[] g, int at, int n, float[] t, float[] sum, int to) {
        int c = 0;
        for (; c <= n - L; c += L) {
            FloatVector mean = fromArray(S, t, c);
            FloatVector g0 = fromArray(S, g, at + c);
            FloatVector g1 = fromArray(S, g, at + n + c);
            FloatVector g2 = fromArray(S, g, at + 2 * n + c);
            FloatVector g3 = fromArray(S, g, at + 3 * n + c);
            FloatVector s0 = fromArray(S, x, at + c).sub(mean).mul(g0);
            FloatVector s1 = fromArray(S, x, at + n + c).sub(mean).mul(g1);
            FloatVector s2 = fromArray(S, x, at + 2 * n + c).sub(mean).fma(g2, s0);
            FloatVector s3 = fromArray(S, x, at + 3 * n + c).sub(mean).fma(g3, s1);
            fromArray(S, sum, to + c).add(s2.add(s3)).intoArray(sum, to + c);
            FloatVector some = g0.add(g1).add(g2.add(g3));
            fromArray(S, sum, to + n + c).add(some).intoArray(sum, to + n + c);
        }
        PlainNormalize.slopes(x, g, at, ROWS, n, c, t, sum, to);
    }

    @Override
    public void back(float[] x, float[] g, int at, int rows, int n, float[] t, float[] dx) {
        int whole = n - n % L;
        for (int r = 0; r < rows; r++) {
            int row = at + r * n;
            for (int c = 0; c < whole; c += L) {
                FloatVector d = fromArray(S, x, row + c).sub(fromArray(S, t, c));
                FloatVector rest = d.fma(fromArray(S, t, 2 * n + c), fromArray(S, t, 3 * n + c));
                fromArray(S, g, row + c).fma(fromArray(S, t, n + c), rest).intoArray(dx, row + c);
            }
        }
        PlainNormalize.back(x, g, at, rows, n, whole, t, dx);
    }
}
