package nacre.compute;

/// The loops of [Optimize] over the elements `from` to `to`.
final class PlainOptimize {
    private PlainOptimize() {}

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
        for (int i = from; i < to; i++) {
            m[i] += (g[i] - m[i]) * (1 - beta1);
            v[i] += (g[i] * g[i] - v[i]) * (1 - beta2);
            w[i] -= alpha * m[i] / ((float) Math.sqrt(v[i]) + epsilon);
        }
    }

    static void momentum(
            float[] w, float[] v, float[] g, int from, int to, float rate, float momentum) {
        for (int i = from; i < to; i++) {
            v[i] = momentum * v[i] - rate * g[i];
            w[i] += v[i];
        }
    }

    static void nesterov(
            float[] w, float[] v, float[] g, int from, int to, float rate, float momentum) {
        for (int i = from; i < to; i++) {
            v[i] = momentum * v[i] - rate * g[i];
            w[i] += momentum * v[i] - rate * g[i];
        }
    }

    static void rmsprop(
            float[] w,
            float[] v,
            float[] g,
            int from,
            int to,
            float rate,
            float rho,
            float epsilon) {
        for (int i = from; i < to; i++) {
            v[i] = rho * v[i] + (1 - rho) * g[i] * g[i];
            w[i] -= rate * g[i] / (float) Math.sqrt(v[i] + epsilon);
        }
    }
}
