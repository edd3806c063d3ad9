package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;

/// The loop of [Optimize#adam] over vectors: one pass over four arrays, so that memory is read and
/// written once.
///
/// The simpler optimizers have loops that the compiler turns into vector instructions by itself.
final class VectorOptimize {
    private static final int L = Lanes.COUNT;

    private VectorOptimize() {}

    static void adam(
            float[] w,
            float[] m,
            float[] v,
            float[] g,
            int from,
            int to,
            float alpha,
            float beta1,
            float beta2,
            float epsilon) {
        FloatVector rate1 = broadcast(S, 1 - beta1);
        FloatVector rate2 = broadcast(S, 1 - beta2);
        int i = from;
        for (; i <= to - L; i += L) {
            FloatVector gradient = fromArray(S, g, i);
            FloatVector mean = fromArray(S, m, i);
            FloatVector square = fromArray(S, v, i);
            mean = gradient.sub(mean).fma(rate1, mean);
            square = gradient.mul(gradient).sub(square).fma(rate2, square);
            mean.intoArray(m, i);
            square.intoArray(v, i);
            FloatVector step = mean.mul(alpha).div(square.sqrt().add(epsilon));
            fromArray(S, w, i).sub(step).intoArray(w, i);
        }
        PlainOptimize.adam(w, m, v, g, i, to, alpha, beta1, beta2, epsilon);
    }
}
