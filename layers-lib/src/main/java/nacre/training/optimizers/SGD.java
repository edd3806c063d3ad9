package nacre.training.optimizers;

import java.util.List;
import nacre.compute.Optimize;
import nacre.layers.Arguments;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import nacre.training.Schedule;

/// Stochastic gradient descent: `w -= rate · g`, or with momentum
///
/// `v = momentum · v - rate · g`, `w += v`
///
/// ```java
/// new SGD(0.5).momentum(0.9).learningRate()   // 0.5
/// ```
///
/// Source: [Keras, SGD](https://keras.io/api/optimizers/sgd/).
public final class SGD extends Optimizer<SGD> {
    private double momentum;
    private boolean nesterov;

    /// With the default learning rate, 0.01.
    public SGD() {
        this(0.01);
    }

    /// With this learning rate.
    public SGD(double learningRate) {
        super(learningRate);
    }

    /// With a learning rate that follows a schedule.
    public SGD(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }

    /// How much of the last step goes on; default 0.
    public SGD momentum(double share) {
        momentum = Arguments.share("momentum", share);
        return this;
    }

    /// Whether the step looks ahead along the momentum; default false.
    public SGD nesterov(boolean on) {
        nesterov = on;
        return this;
    }

    @Override
    protected List<List<String>> slots() {
        return momentum == 0 ? List.of() : List.of(List.of("momentum"));
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        if (momentum == 0) {
            Optimize.sgd(w, g, w.length, rate);
        } else if (nesterov) {
            Optimize.nesterov(w, state[0], g, w.length, rate, (float) momentum);
        } else {
            Optimize.momentum(w, state[0], g, w.length, rate, (float) momentum);
        }
    }
}
