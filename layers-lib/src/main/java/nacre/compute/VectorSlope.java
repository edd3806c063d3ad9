package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The loops of [Slope] over whole vectors; each gives the place where it has stopped.
final class VectorSlope {
    private static final int L = Lanes.COUNT;

    private VectorSlope() {}

    static int run(Unary f, float[] y, int yo, float[] g, int go, float[] dx, int xo, int n) {
        return switch (f) {
            case RELU -> relu(y, yo, g, go, dx, xo, n);
            case SIGMOID -> sigmoid(y, yo, g, go, dx, xo, n);
            case TANH -> tanh(y, yo, g, go, dx, xo, n);
            default -> 0;
        };
    }

    private static int relu(float[] y, int yo, float[] g, int go, float[] dx, int xo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            var rising = fromArray(S, y, yo + i).compare(VectorOperators.GT, 0f);
            broadcast(S, 0f).blend(fromArray(S, g, go + i), rising).intoArray(dx, xo + i);
        }
        return i;
    }

    private static int sigmoid(float[] y, int yo, float[] g, int go, float[] dx, int xo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector s = fromArray(S, y, yo + i);
            fromArray(S, g, go + i).mul(s.sub(s.mul(s))).intoArray(dx, xo + i);
        }
        return i;
    }

    private static int tanh(float[] y, int yo, float[] g, int go, float[] dx, int xo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector t = fromArray(S, y, yo + i);
            fromArray(S, g, go + i).mul(broadcast(S, 1f).sub(t.mul(t))).intoArray(dx, xo + i);
        }
        return i;
    }
}
