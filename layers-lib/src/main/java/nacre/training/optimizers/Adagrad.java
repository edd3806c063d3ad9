package nacre.training.optimizers;

import java.util.Arrays;
import java.util.List;
import nacre.layers.Arguments;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import nacre.training.Schedule;

/// Smaller steps for weights that have moved much: `a += g²`, `w -= rate · g / √(a + epsilon)`.
///
/// ```java
/// new Adagrad(0.5).epsilon(1e-5).learningRate()   // 0.5
/// ```
///
/// Source: Duchi et al., Adaptive subgradient methods (2011); [Keras,
/// Adagrad](https://keras.io/api/optimizers/adagrad/).
public final class Adagrad extends Optimizer<Adagrad> {
    private double initialAccumulatorValue = 0.1;
    private double epsilon = 1e-7;

    /// With the default learning rate, 0.001.
    public Adagrad() {
        this(0.001);
    }

    /// With this learning rate.
    public Adagrad(double learningRate) {
        super(learningRate);
    }

    /// With a learning rate that follows a schedule.
    public Adagrad(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }

    /// What `a` begins with; default 0.1.
    public Adagrad initialAccumulatorValue(double value) {
        initialAccumulatorValue = Arguments.notNegative("initialAccumulatorValue", value);
        return this;
    }

    /// Keeps the divisor away from 0; default 1e-7.
    public Adagrad epsilon(double value) {
        epsilon = value;
        return this;
    }

    @Override
    protected List<List<String>> slots() {
        return List.of(List.of("accumulator"));
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        float[] a = state[0];
        for (int i = 0; i < w.length; i++) {
            a[i] += g[i] * g[i];
            w[i] -= rate * g[i] / (float) Math.sqrt(a[i] + (float) epsilon);
        }
    }

    @Override
    protected void fillSlots(float[][] slots, float[] w) {
        Arrays.fill(slots[0], (float) initialAccumulatorValue);
    }
}
