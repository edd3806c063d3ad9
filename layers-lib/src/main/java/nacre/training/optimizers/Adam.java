package nacre.training.optimizers;

import nacre.compute.Optimize;
import nacre.training.Optimizer;

/// Steps of a size of their own for each weight, from running means of the gradient (`m`) and of
/// its square (`v`):
///
/// `w -= rate · √(1 - beta2ᵗ) / (1 - beta1ᵗ) · m / (√v + epsilon)`
///
/// Source: Kingma and Ba, Adam: a method for stochastic optimization (2014); [Keras,
/// Adam](https://keras.io/api/optimizers/adam/).
public final class Adam extends Optimizer<Adam> {
    private double beta1 = 0.9;
    private double beta2 = 0.999;
    private double epsilon = 1e-7;
    private boolean amsgrad;

    /// With the default learning rate, 0.001.
    public Adam() {
        this(0.001);
    }

    /// With this learning rate.
    public Adam(double learningRate) {
        super(learningRate);
    }

    /// How slowly the mean of the gradient moves; default 0.9.
    public Adam beta1(double share) {
        beta1 = share;
        return this;
    }

    /// How slowly the mean of its square moves; default 0.999.
    public Adam beta2(double share) {
        beta2 = share;
        return this;
    }

    /// Keeps the divisor away from 0; default 1e-7.
    public Adam epsilon(double value) {
        epsilon = value;
        return this;
    }

    /// Whether the largest mean square so far is used instead of the present one; default false.
    public Adam amsgrad(boolean on) {
        amsgrad = on;
        return this;
    }

    @Override
    protected int slotCount() {
        return amsgrad ? 3 : 2;
    }

    @Override
    protected void step(float[] w, float[] g, float[][] state, float rate, long step) {
        float alpha =
                (float) (rate * Math.sqrt(1 - Math.pow(beta2, step)) / (1 - Math.pow(beta1, step)));
        if (!amsgrad) {
            Optimize.adam(
                    w,
                    state[0],
                    state[1],
                    g,
                    w.length,
                    alpha,
                    (float) beta1,
                    (float) beta2,
                    (float) epsilon);
            return;
        }
        for (int i = 0; i < w.length; i++) {
            float m = state[0][i] += (g[i] - state[0][i]) * (float) (1 - beta1);
            float v = state[1][i] += (g[i] * g[i] - state[1][i]) * (float) (1 - beta2);
            float largest = state[2][i] = Math.max(state[2][i], v);
            w[i] -= alpha * m / ((float) Math.sqrt(largest) + (float) epsilon);
        }
    }
}
