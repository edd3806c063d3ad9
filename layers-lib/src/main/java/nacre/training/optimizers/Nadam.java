package nacre.training.optimizers;

import java.util.List;
import nacre.tensor.Weight;
import nacre.training.Schedule;

/// [Adam] that looks ahead along its momentum, as Nesterov's does:
///
/// `w -= rate · (b · m / (1 - B · b) + (1 - a) · g / (1 - B)) / (√(v / (1 - beta2ᵗ)) + epsilon)`,
/// where `a = beta1 · (1 - 0.5 · 0.96ᵗ)`, `b` is that of the next step and `B` the product of all
/// so far.
///
/// ```java
/// new Nadam(0.5).beta1(0.8).learningRate()   // 0.5
/// ```
///
/// Source: Dozat, Incorporating Nesterov momentum into Adam (2016); [Keras,
/// Nadam](https://keras.io/api/optimizers/nadam/).
public final class Nadam extends Moments<Nadam> {
    private static final double DECAY = 0.96;

    private final transient float[] product = {1}; // of the momenta of all steps so far

    /// With the default learning rate, 0.001.
    public Nadam() {
        this(0.001);
    }

    /// With this learning rate.
    public Nadam(double learningRate) {
        super(learningRate);
    }

    /// With a learning rate that follows a schedule.
    public Nadam(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        float[] m = state[0];
        float[] v = state[1];
        double next = momentum(step + 1);
        float ahead = (float) (next / (1 - product[0] * next));
        float now = (float) ((1 - momentum(step)) / (1 - product[0]));
        float correction = (float) (1 / (1 - Math.pow(beta2, step)));
        for (int i = 0; i < w.length; i++) {
            m[i] += (g[i] - m[i]) * (float) (1 - beta1);
            v[i] += (g[i] * g[i] - v[i]) * (float) (1 - beta2);
            float direction = ahead * m[i] + now * g[i];
            w[i] -= rate * direction / ((float) Math.sqrt(v[i] * correction) + (float) epsilon);
        }
    }

    /// The momentum grows with the steps.
    private double momentum(long step) {
        return beta1 * (1 - 0.5 * Math.pow(DECAY, step));
    }

    @Override
    protected void beginStep(long step) {
        product[0] *= (float) momentum(step);
    }

    @Override
    protected List<float[]> common() {
        return List.of(product);
    }
}
