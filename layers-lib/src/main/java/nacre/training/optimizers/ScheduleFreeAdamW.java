package nacre.training.optimizers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.layers.Arguments;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import nacre.training.Schedule;

/// [Adam] that needs no learning rate schedule: gradients move a point `z`, and weights are the
/// mean of all points so far: `z -= rate · g / (√v + epsilon)`, `w += (z - w) / t`.
///
/// The paper takes gradients between `z` and the mean, by `beta1`; in the numbers of Keras 3.15,
/// which are followed here, that share cancels out, except where [#swapToEval] and [#swapToTrain]
/// go between the two.
///
/// ```java
/// new ScheduleFreeAdamW(0.5).warmupSteps(10).learningRate()   // 0.5
/// ```
///
/// Source: Defazio et al., The road less scheduled (2024); [Keras,
/// ScheduleFreeAdamW](https://keras.io/api/optimizers/schedule_free_adamw/).
public final class ScheduleFreeAdamW extends Optimizer<ScheduleFreeAdamW> {
    private double beta1 = 0.9;
    private double beta2 = 0.999;
    private double epsilon = 1e-8;
    private int warmupSteps;

    private final transient Map<Weight, float[]> points = new LinkedHashMap<>(); // z of each weight

    /// With the default learning rate, 0.0025.
    public ScheduleFreeAdamW() {
        this(0.0025);
    }

    /// With this learning rate.
    public ScheduleFreeAdamW(double learningRate) {
        super(learningRate);
    }

    /// With a learning rate that follows a schedule.
    public ScheduleFreeAdamW(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }

    /// How near to the mean weights are while training; default 0.9.
    public ScheduleFreeAdamW beta1(double share) {
        beta1 = Arguments.share("beta1", share);
        return this;
    }

    /// How slowly the mean of the square moves; default 0.999.
    public ScheduleFreeAdamW beta2(double share) {
        beta2 = Arguments.share("beta2", share);
        return this;
    }

    /// Keeps the divisor away from 0; default 1e-8.
    public ScheduleFreeAdamW epsilon(double value) {
        epsilon = value;
        return this;
    }

    /// In how many steps the learning rate rises from 0; default 0.
    public ScheduleFreeAdamW warmupSteps(int steps) {
        warmupSteps = (int) Arguments.notNegative("warmupSteps", steps);
        return this;
    }

    @Override
    protected List<List<String>> slots() {
        return List.of(List.of("momentum", "velocity"));
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        float[] z = state[0];
        float[] v = state[1];
        points.put(weight, z);
        float warm = warmupSteps > 0 ? rate * Math.min((float) step / warmupSteps, 1) : rate;
        float correction = (float) (1 / (1 - Math.pow(beta2, step)));
        for (int i = 0; i < w.length; i++) {
            v[i] += (g[i] * g[i] - v[i]) * (float) (1 - beta2);
            z[i] -= warm * g[i] / ((float) Math.sqrt(v[i] * correction) + (float) epsilon);
            w[i] += (z[i] - w[i]) / step;
        }
    }

    @Override
    protected void fillSlots(float[][] slots, float[] w) {
        System.arraycopy(w, 0, slots[0], 0, w.length);
    }

    /// Makes weights the mean of all points, for use.
    public void swapToEval() {
        float b = (float) beta1;
        each((w, z) -> (w - (1 - b) * z) / b);
    }

    /// Makes weights again what gradients are taken at, for more training.
    public void swapToTrain() {
        float b = (float) beta1;
        each((w, z) -> (1 - b) * z + b * w);
    }

    private interface Mix {
        float of(float w, float z);
    }

    private void each(Mix mix) {
        points.forEach(
                (weight, z) -> {
                    float[] w = weight.update();
                    for (int i = 0; i < w.length; i++) {
                        w[i] = mix.of(w[i], z[i]);
                    }
                });
    }
}
