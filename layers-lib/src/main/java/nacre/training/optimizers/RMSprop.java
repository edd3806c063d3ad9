package nacre.training.optimizers;

import java.util.ArrayList;
import java.util.List;
import nacre.compute.Optimize;
import nacre.layers.Arguments;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import nacre.training.Schedule;

/// Steps divided by the size that gradients have had lately:
///
/// `v = rho · v + (1 - rho) · g²`, `w -= rate · g / √(v + epsilon)`
///
/// ```java
/// new RMSprop(0.5).rho(0.95).learningRate()   // 0.5
/// ```
///
/// Source: Tieleman and Hinton, lecture 6.5 (2012); [Keras,
/// RMSprop](https://keras.io/api/optimizers/rmsprop/).
public final class RMSprop extends Optimizer<RMSprop> {
    private double rho = 0.9;
    private double momentum;
    private double epsilon = 1e-7;
    private boolean centered;

    /// With the default learning rate, 0.001.
    public RMSprop() {
        this(0.001);
    }

    /// With this learning rate.
    public RMSprop(double learningRate) {
        super(learningRate);
    }

    /// With a learning rate that follows a schedule.
    public RMSprop(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }

    /// How slowly the mean of the square moves; default 0.9.
    public RMSprop rho(double share) {
        rho = Arguments.share("rho", share);
        return this;
    }

    /// How much of the last step goes on; default 0.
    public RMSprop momentum(double share) {
        momentum = Arguments.share("momentum", share);
        return this;
    }

    /// Keeps the divisor away from 0; default 1e-7.
    public RMSprop epsilon(double value) {
        epsilon = value;
        return this;
    }

    /// Whether the variance of the gradient is taken instead of its mean square; default false.
    public RMSprop centered(boolean on) {
        centered = on;
        return this;
    }

    @Override
    protected List<List<String>> slots() {
        var groups = new ArrayList<List<String>>(List.of(List.of("velocity")));
        if (momentum > 0) {
            groups.add(List.of("momentum"));
        }
        if (centered) {
            groups.add(List.of("average_gradient"));
        }
        return groups;
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        if (momentum == 0 && !centered) {
            Optimize.rmsprop(w, state[0], g, w.length, rate, (float) rho, (float) epsilon);
            return;
        }
        float[] v = state[0];
        float[] mean = centered ? state[state.length - 1] : g;
        float r = (float) rho;
        for (int i = 0; i < w.length; i++) {
            v[i] = r * v[i] + (1 - r) * g[i] * g[i];
            float spread = v[i];
            if (centered) {
                mean[i] = r * mean[i] + (1 - r) * g[i];
                spread -= mean[i] * mean[i];
            }
            float move = rate * g[i] / (float) Math.sqrt(spread + (float) epsilon);
            if (momentum > 0) {
                move = state[1][i] = (float) momentum * state[1][i] + move;
            }
            w[i] -= move;
        }
    }
}
