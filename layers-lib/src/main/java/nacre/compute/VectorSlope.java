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

    static int run(Unary f, float[] y, float[] g, float[] dx, int from, int to) {
        return switch (f) {
            case RELU -> relu(y, g, dx, from, to);
            case SIGMOID -> sigmoid(y, g, dx, from, to);
            case TANH -> tanh(y, g, dx, from, to);
            default -> from;
        };
    }

    private static int relu(float[] y, float[] g, float[] dx, int from, int to) {
        int i = from;
        for (; i <= to - L; i += L) {
            var rising = fromArray(S, y, i).compare(VectorOperators.GT, 0f);
            broadcast(S, 0f).blend(fromArray(S, g, i), rising).intoArray(dx, i);
        }
        return i;
    }

    private static int sigmoid(float[] y, float[] g, float[] dx, int from, int to) {
        int i = from;
        for (; i <= to - L; i += L) {
            FloatVector s = fromArray(S, y, i);
            fromArray(S, g, i).mul(s.sub(s.mul(s))).intoArray(dx, i);
        }
        return i;
    }

    private static int tanh(float[] y, float[] g, float[] dx, int from, int to) {
        int i = from;
        for (; i <= to - L; i += L) {
            FloatVector t = fromArray(S, y, i);
            fromArray(S, g, i).mul(broadcast(S, 1f).sub(t.mul(t))).intoArray(dx, i);
        }
        return i;
    }
}
