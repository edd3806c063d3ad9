package nacre.training.optimizers;

import java.util.List;
import nacre.layers.Arguments;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import nacre.training.Schedule;

/// [Adam] with the largest gradient instead of the mean square:
///
/// `u = max(beta2 · u, |g|)`, `w -= rate / (1 - beta1ᵗ) · m / (u + epsilon)`
///
/// ```java
/// new Adamax(0.5).beta1(0.8).learningRate()   // 0.5
/// ```
///
/// Source: Kingma and Ba, Adam: a method for stochastic optimization (2014); [Keras,
/// Adamax](https://keras.io/api/optimizers/adamax/).
public final class Adamax extends Optimizer<Adamax> {
    private double beta1 = 0.9;
    private double beta2 = 0.999;
    private double epsilon = 1e-7;

    /// With the default learning rate, 0.001.
    public Adamax() {
        this(0.001);
    }

    /// With this learning rate.
    public Adamax(double learningRate) {
        super(learningRate);
    }

    /// With a learning rate that follows a schedule.
    public Adamax(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }

    /// How slowly the mean of the gradient moves; default 0.9.
    public Adamax beta1(double share) {
        beta1 = Arguments.share("beta1", share);
        return this;
    }

    /// How slowly the largest gradient is forgotten; default 0.999.
    public Adamax beta2(double share) {
        beta2 = Arguments.share("beta2", share);
        return this;
    }

    /// Keeps the divisor away from 0; default 1e-7.
    public Adamax epsilon(double value) {
        epsilon = value;
        return this;
    }

    @Override
    protected List<List<String>> slots() {
        return List.of(List.of("momentum", "norm"));
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        float[] m = state[0];
        float[] u = state[1];
        float alpha = (float) (rate / (1 - Math.pow(beta1, step)));
        for (int i = 0; i < w.length; i++) {
            m[i] += (g[i] - m[i]) * (float) (1 - beta1);
            u[i] = Math.max((float) beta2 * u[i], Math.abs(g[i]));
            w[i] -= alpha * m[i] / (u[i] + (float) epsilon);
        }
    }
}
