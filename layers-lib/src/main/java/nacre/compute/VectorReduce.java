package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The loops of [Reduce] over vectors.
///
/// Sums are taken in blocks, and the sums of blocks are added: so errors grow with the number of
/// blocks and the length of one, not with their product.
final class VectorReduce {
    private static final int BLOCK = PlainReduce.BLOCK;
    private static final int L = Lanes.COUNT;

    private VectorReduce() {}

    /// The sum of `n` neighbours. Four sums side by side keep the adders busy, which need some
    /// cycles for each.
    static double sum(float[] x, int xo, int n) {
        double total = 0;
        for (int i = 0; i < n; ) {
            int end = Math.min(n, i + BLOCK * L);
            FloatVector a = FloatVector.zero(S);
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            for (; i <= end - 4 * L; i += 4 * L) {
                a = a.add(fromArray(S, x, xo + i));
                b = b.add(fromArray(S, x, xo + i + L));
                c = c.add(fromArray(S, x, xo + i + 2 * L));
                d = d.add(fromArray(S, x, xo + i + 3 * L));
            }
            for (; i < end; i += L) {
                a = a.add(fromArray(S, x, xo + i, S.indexInRange(i, end)));
            }
            total += Lanes.sum(a.add(b).add(c.add(d)));
        }
        return total;
    }

    static float max(float[] x, int xo, int n) {
        FloatVector most = broadcast(S, Float.NEGATIVE_INFINITY);
        int i = 0;
        for (; i <= n - L; i += L) {
            most = most.max(fromArray(S, x, xo + i));
        }
        float result = most.reduceLanes(VectorOperators.MAX);
        for (; i < n; i++) {
            result = Math.max(result, x[xo + i]);
        }
        return result;
    }

    static float min(float[] x, int xo, int n) {
        FloatVector least = broadcast(S, Float.POSITIVE_INFINITY);
        int i = 0;
        for (; i <= n - L; i += L) {
            least = least.min(fromArray(S, x, xo + i));
        }
        float result = least.reduceLanes(VectorOperators.MIN);
        for (; i < n; i++) {
            result = Math.min(result, x[xo + i]);
        }
        return result;
    }

    /// The sums of columns: rows are `columns` long and lie `columns` apart.
    static void sumRows(float[] x, int xo, int rows, int columns, float[] out, int oo) {
        int j = 0;
        for (; j <= columns - 4 * L; j += 4 * L) {
            sumFour(x, xo + j, rows, columns, out, oo + j);
        }
        for (; j < columns; j += L) {
            VectorMask<Float> mask = S.indexInRange(j, columns);
            FloatVector total = FloatVector.zero(S);
            for (int r = 0; r < rows; ) {
                int end = Math.min(rows, r + BLOCK);
                FloatVector sum = FloatVector.zero(S);
                for (; r < end; r++) {
                    sum = sum.add(fromArray(S, x, xo + r * columns + j, mask));
                }
                total = total.add(sum);
            }
            total.intoArray(out, oo + j, mask);
        }
    }

    /// Four vectors of columns at a time: their sums do not wait for each other, and what is read
    /// of a row is contiguous.
    private static void sumFour(float[] x, int xo, int rows, int columns, float[] out, int oo) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector t0 = zero;
        FloatVector t1 = zero;
        FloatVector t2 = zero;
        FloatVector t3 = zero;
        for (int r = 0; r < rows; ) {
            int end = Math.min(rows, r + BLOCK);
            FloatVector s0 = zero;
            FloatVector s1 = zero;
            FloatVector s2 = zero;
            FloatVector s3 = zero;
            for (; r < end; r++) {
                int at = xo + r * columns;
                s0 = s0.add(fromArray(S, x, at));
                s1 = s1.add(fromArray(S, x, at + L));
                s2 = s2.add(fromArray(S, x, at + 2 * L));
                s3 = s3.add(fromArray(S, x, at + 3 * L));
            }
            t0 = t0.add(s0);
            t1 = t1.add(s1);
            t2 = t2.add(s2);
            t3 = t3.add(s3);
        }
        t0.intoArray(out, oo);
        t1.intoArray(out, oo + L);
        t2.intoArray(out, oo + 2 * L);
        t3.intoArray(out, oo + 3 * L);
    }

    static void maxRows(float[] x, int xo, int rows, int columns, float[] out, int oo) {
        for (int j = 0; j < columns; j += L) {
            VectorMask<Float> mask = S.indexInRange(j, columns);
            FloatVector most = broadcast(S, Float.NEGATIVE_INFINITY);
            for (int r = 0; r < rows; r++) {
                most = most.max(fromArray(S, x, xo + r * columns + j, mask));
            }
            most.intoArray(out, oo + j, mask);
        }
    }

    static void minRows(float[] x, int xo, int rows, int columns, float[] out, int oo) {
        for (int j = 0; j < columns; j += L) {
            VectorMask<Float> mask = S.indexInRange(j, columns);
            FloatVector least = broadcast(S, Float.POSITIVE_INFINITY);
            for (int r = 0; r < rows; r++) {
                least = least.min(fromArray(S, x, xo + r * columns + j, mask));
            }
            least.intoArray(out, oo + j, mask);
        }
    }
}
