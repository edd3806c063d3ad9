package nacre.compute;

/// One step of an optimizer over all weights of an array, in one pass.
///
/// There are plain loops only: the compiler turns them into vector instructions by itself, and
/// until it has, they are far quicker than vector objects.
public final class Optimize {
    /// A weight takes several times as long as a number elsewhere.
    private static final int GRAIN = Elementwise.GRAIN / 4;

    private Optimize() {}

    /// Adam: running means `m` of the gradient and `v` of its square; `w -= alpha · m / (√v +
    /// epsilon)`.
    ///
    /// @param alpha the learning rate with the bias correction in it: `lr · √(1 − β₂ᵗ) / (1 − β₁ᵗ)`
    public static void adam(
            float[] w,
            float[] m,
            float[] v,
            float[] g,
            int n,
            float alpha,
            float beta1,
            float beta2,
            float epsilon) {
        Threads.forEach(
                n,
                GRAIN,
                (from, to) ->
                        PlainOptimize.adam(w, m, v, g, from, to, alpha, beta1, beta2, epsilon));
    }

    /// Gradient descent: `w -= rate · g`.
    public static void sgd(float[] w, float[] g, int n, float rate) {
        Elementwise.fma(g, 0, -rate, w, 0, n);
    }

    /// Gradient descent with momentum: `v = momentum · v − rate · g`, `w += v`.
    public static void momentum(
            float[] w, float[] v, float[] g, int n, float rate, float momentum) {
        Threads.forEach(
                n, GRAIN, (from, to) -> PlainOptimize.momentum(w, v, g, from, to, rate, momentum));
    }

    /// Gradient descent with Nesterov's momentum: as [#momentum], but `w += momentum · v − rate ·
    /// g`.
    public static void nesterov(
            float[] w, float[] v, float[] g, int n, float rate, float momentum) {
        Threads.forEach(
                n, GRAIN, (from, to) -> PlainOptimize.nesterov(w, v, g, from, to, rate, momentum));
    }

    /// RMSprop without momentum or centring: `v = rho · v + (1 − rho) · g²`, `w -= rate · g / √(v +
    /// epsilon)`.
    public static void rmsprop(
            float[] w, float[] v, float[] g, int n, float rate, float rho, float epsilon) {
        Threads.forEach(
                n,
                GRAIN,
                (from, to) -> PlainOptimize.rmsprop(w, v, g, from, to, rate, rho, epsilon));
    }
}
