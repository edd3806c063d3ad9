package nacre.training.optimizers;

import java.util.List;
import nacre.layers.Arguments;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import nacre.training.Schedule;

/// Moves all weights by the same amount, only the sign is learnt:
///
/// `w -= rate · sign(beta1 · m + (1 - beta1) · g)`
///
/// It wants a learning rate some ten times smaller than Adam's.
///
/// ```java
/// new Lion(0.5).beta1(0.8).learningRate()   // 0.5
/// ```
///
/// Source: Chen et al., Symbolic discovery of optimization algorithms (2023); [Keras,
/// Lion](https://keras.io/api/optimizers/lion/).
public final class Lion extends Optimizer<Lion> {
    private double beta1 = 0.9;
    private double beta2 = 0.99;

    /// With the default learning rate, 0.001.
    public Lion() {
        this(0.001);
    }

    /// With this learning rate.
    public Lion(double learningRate) {
        super(learningRate);
    }

    /// With a learning rate that follows a schedule.
    public Lion(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }

    /// How much of the momentum the direction has; above 0, default 0.9.
    public Lion beta1(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "`beta1` must be above 0 and at most 1; got " + share + ".");
        }
        beta1 = share;
        return this;
    }

    /// How slowly the momentum moves; default 0.99.
    public Lion beta2(double share) {
        beta2 = Arguments.share("beta2", share);
        return this;
    }

    @Override
    protected List<List<String>> slots() {
        return List.of(List.of("momentum"));
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        float[] m = state[0];
        for (int i = 0; i < w.length; i++) {
            w[i] -= rate * Math.signum(m[i] * (float) beta1 + g[i] * (float) (1 - beta1));
            m[i] = m[i] * (float) beta2 + g[i] * (float) (1 - beta2);
        }
    }
}
