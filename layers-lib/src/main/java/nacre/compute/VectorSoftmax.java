package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The loops of [Softmax] over one row, a vector at a time; the last vector of a row is masked.
final class VectorSoftmax {
    private static final int L = Lanes.COUNT;

    private VectorSoftmax() {}

    static void forward(float[] x, int xo, int n, float[] out, int oo) {
        float largest = largest(x, xo, n);
        int whole = n - n % L;
        FloatVector sums = broadcast(S, 0f);
        for (int j = 0; j < whole; j += L) {
            FloatVector power = VectorExp.exp(fromArray(S, x, xo + j).sub(largest));
            power.intoArray(out, oo + j);
            sums = sums.add(power);
        }
        if (whole < n) {
            VectorMask<Float> rest = rest(n);
            FloatVector power = VectorExp.exp(fromArray(S, x, xo + whole, rest).sub(largest));
            power.intoArray(out, oo + whole, rest);
            sums = sums.add(power, rest);
        }
        Elementwise.Part.scalar(Binary.MUL, out, oo, 1 / Lanes.sum(sums), out, oo, n);
    }

    static void logForward(float[] x, int xo, int n, float[] out, int oo) {
        float largest = largest(x, xo, n);
        int whole = n - n % L;
        FloatVector sums = broadcast(S, 0f);
        for (int j = 0; j < whole; j += L) {
            sums = sums.add(VectorExp.exp(fromArray(S, x, xo + j).sub(largest)));
        }
        if (whole < n) {
            VectorMask<Float> rest = rest(n);
            FloatVector power = VectorExp.exp(fromArray(S, x, xo + whole, rest).sub(largest));
            sums = sums.add(power, rest);
        }
        float log = (float) Math.log(Lanes.sum(sums));
        for (int j = 0; j < whole; j += L) {
            fromArray(S, x, xo + j).sub(largest).sub(log).intoArray(out, oo + j);
        }
        for (int j = whole; j < n; j++) {
            out[oo + j] = x[xo + j] - largest - log;
        }
    }

    static void gradient(float[] y, float[] g, int o, int n, float[] dx) {
        int whole = n - n % L;
        FloatVector sums = broadcast(S, 0f);
        for (int j = 0; j < whole; j += L) {
            sums = fromArray(S, g, o + j).fma(fromArray(S, y, o + j), sums);
        }
        float sum = Lanes.sum(sums);
        for (int j = whole; j < n; j++) {
            sum += g[o + j] * y[o + j];
        }
        for (int j = 0; j < whole; j += L) {
            fromArray(S, g, o + j).sub(sum).mul(fromArray(S, y, o + j)).intoArray(dx, o + j);
        }
        for (int j = whole; j < n; j++) {
            dx[o + j] = y[o + j] * (g[o + j] - sum);
        }
    }

    static void logGradient(float[] y, float[] g, int o, int n, float[] dx) {
        int whole = n - n % L;
        FloatVector sums = broadcast(S, 0f);
        for (int j = 0; j < whole; j += L) {
            sums = sums.add(fromArray(S, g, o + j));
        }
        float sum = Lanes.sum(sums);
        for (int j = whole; j < n; j++) {
            sum += g[o + j];
        }
        FloatVector minus = broadcast(S, -sum);
        for (int j = 0; j < whole; j += L) {
            VectorExp.exp(fromArray(S, y, o + j))
                    .fma(minus, fromArray(S, g, o + j))
                    .intoArray(dx, o + j);
        }
        for (int j = whole; j < n; j++) {
            dx[o + j] = g[o + j] - (float) Math.exp(y[o + j]) * sum;
        }
    }

    private static float largest(float[] x, int xo, int n) {
        int whole = n - n % L;
        FloatVector most = broadcast(S, Float.NEGATIVE_INFINITY);
        for (int j = 0; j < whole; j += L) {
            most = most.max(fromArray(S, x, xo + j));
        }
        float largest = most.reduceLanes(VectorOperators.MAX);
        for (int j = whole; j < n; j++) {
            largest = Math.max(largest, x[xo + j]);
        }
        return largest;
    }

    private static VectorMask<Float> rest(int n) {
        return S.indexInRange(0, n % L);
    }
}
