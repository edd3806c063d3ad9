package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import nacre.compute.Scratch.Use;

/// The loops of [Softmax] over one row, a vector at a time.
final class VectorSoftmax {
    private static final int L = Lanes.COUNT;

    private VectorSoftmax() {}

    static void forward(float[] x, int xo, int n, float[] out, int oo) {
        powers(x, xo, n, largest(x, xo, n), out, oo);
        Elementwise.Part.scalar(Binary.MUL, out, oo, 1 / sum(out, oo, n), out, oo, n);
    }

    static void logForward(float[] x, int xo, int n, float[] out, int oo) {
        float largest = largest(x, xo, n);
        float[] powers = Scratch.floats(Use.ROW, n);
        powers(x, xo, n, largest, powers, 0);
        float log = (float) Math.log(sum(powers, 0, n));
        int whole = n - n % L;
        for (int j = 0; j < whole; j += L) {
            fromArray(S, x, xo + j).sub(largest).sub(log).intoArray(out, oo + j);
        }
        for (int j = whole; j < n; j++) {
            out[oo + j] = x[xo + j] - largest - log;
        }
    }

    /// `e^(x − largest)`; what does not fill a vector is copied to where it does.
    private static void powers(float[] x, int xo, int n, float largest, float[] out, int oo) {
        int whole = n - n % L;
        VectorExp.exp(x, xo, largest, out, oo, whole);
        if (whole < n) {
            float[] end = Scratch.floats(Use.END, L);
            System.arraycopy(x, xo + whole, end, 0, n - whole);
            VectorExp.exp(end, 0, largest, end, 0, L);
            System.arraycopy(end, 0, out, oo + whole, n - whole);
        }
    }

    private static float sum(float[] x, int xo, int n) {
        int whole = n - n % L;
        FloatVector sums = broadcast(S, 0f);
        for (int j = 0; j < whole; j += L) {
            sums = sums.add(fromArray(S, x, xo + j));
        }
        float sum = Lanes.sum(sums);
        for (int j = whole; j < n; j++) {
            sum += x[xo + j];
        }
        return sum;
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
}
