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
        float sum = powers(x, xo, n, largest(x, xo, n), out, oo);
        Elementwise.Part.scalar(Binary.MUL, out, oo, 1 / sum, out, oo, n);
    }

    static void logForward(float[] x, int xo, int n, float[] out, int oo) {
        float largest = largest(x, xo, n);
        float sum = powers(x, xo, n, largest, Scratch.floats(Use.ROW, n), 0);
        float log = (float) Math.log(sum);
        int whole = n - n % L;
        for (int j = 0; j < whole; j += L) {
            fromArray(S, x, xo + j).sub(largest).sub(log).intoArray(out, oo + j);
        }
        for (int j = whole; j < n; j++) {
            out[oo + j] = x[xo + j] - largest - log;
        }
    }

    private static float powers(float[] x, int xo, int n, float largest, float[] out, int oo) {
        int whole = n - n % L;
        float sum = VectorExp.powers(x, xo, whole, largest, out, oo);
        for (int j = whole; j < n; j++) {
            float power = PlainExp.of(x[xo + j] - largest);
            out[oo + j] = power;
            sum += power;
        }
        return sum;
    }

    static void gradient(float[] y, int yo, float[] g, int go, int n, float[] dx, int xo) {
        int whole = n - n % L;
        FloatVector sums = broadcast(S, 0f);
        for (int j = 0; j < whole; j += L) {
            sums = fromArray(S, g, go + j).fma(fromArray(S, y, yo + j), sums);
        }
        float sum = Lanes.sum(sums);
        for (int j = whole; j < n; j++) {
            sum += g[go + j] * y[yo + j];
        }
        for (int j = 0; j < whole; j += L) {
            fromArray(S, g, go + j).sub(sum).mul(fromArray(S, y, yo + j)).intoArray(dx, xo + j);
        }
        for (int j = whole; j < n; j++) {
            dx[xo + j] = y[yo + j] * (g[go + j] - sum);
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

    /// As [PlainSoftmax#largest]: what is no number does not count. Four vectors side by side,
    /// since a comparison takes a while; no mask, which would make it take four times as long.
    private static float largest(float[] x, int xo, int n) {
        FloatVector a = broadcast(S, Float.NEGATIVE_INFINITY);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        int j = 0;
        for (; j <= n - 4 * L; j += 4 * L) {
            FloatVector x0 = fromArray(S, x, xo + j);
            FloatVector x1 = fromArray(S, x, xo + j + L);
            FloatVector x2 = fromArray(S, x, xo + j + 2 * L);
            FloatVector x3 = fromArray(S, x, xo + j + 3 * L);
            a = a.blend(x0, x0.compare(VectorOperators.GT, a));
            b = b.blend(x1, x1.compare(VectorOperators.GT, b));
            c = c.blend(x2, x2.compare(VectorOperators.GT, c));
            d = d.blend(x3, x3.compare(VectorOperators.GT, d));
        }
        for (; j <= n - L; j += L) {
            FloatVector x0 = fromArray(S, x, xo + j);
            a = a.blend(x0, x0.compare(VectorOperators.GT, a));
        }
        float most = a.max(b).max(c.max(d)).reduceLanes(VectorOperators.MAX);
        float rest = PlainSoftmax.largest(x, xo + j, n - j);
        return rest > most ? rest : most;
    }
}
