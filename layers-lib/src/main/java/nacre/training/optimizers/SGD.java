package nacre.training.optimizers;

import nacre.compute.Optimize;
import nacre.training.Optimizer;

/// Stochastic gradient descent: `w -= rate · g`, with momentum `v = momentum · v - rate · g`, `w +=
/// v`.
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

    /// How much of the last step goes on; default 0.
    public SGD momentum(double share) {
        momentum = share;
        return this;
    }

    /// Whether the step looks ahead along the momentum; default false.
    public SGD nesterov(boolean on) {
        nesterov = on;
        return this;
    }

    @Override
    protected int slotCount() {
        return momentum == 0 ? 0 : 1;
    }

    @Override
    protected void step(float[] w, float[] g, float[][] state, float rate, long step) {
        if (momentum == 0) {
            Optimize.sgd(w, g, w.length, rate);
        } else if (nesterov) {
            Optimize.nesterov(w, state[0], g, w.length, rate, (float) momentum);
        } else {
            Optimize.momentum(w, state[0], g, w.length, rate, (float) momentum);
        }
    }
}
