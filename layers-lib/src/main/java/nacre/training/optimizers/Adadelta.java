package nacre.training.optimizers;

import java.util.List;
import nacre.layers.Arguments;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import nacre.training.Schedule;

/// Steps as large as the ones before were, so that no learning rate has to be chosen (it is 1 in
/// the paper):
///
/// `d = g · √(D + epsilon) / √(G + epsilon)`, `w -= rate · d`, with `G` and `D` running means of
/// `g²` and `d²`.
///
/// ```java
/// new Adadelta(0.5).rho(0.9).learningRate()   // 0.5
/// ```
///
/// Source: Zeiler, Adadelta: an adaptive learning rate method (2012); [Keras,
/// Adadelta](https://keras.io/api/optimizers/adadelta/).
public final class Adadelta extends Optimizer<Adadelta> {
    private double rho = 0.95;
    private double epsilon = 1e-7;

    /// With the default learning rate, 0.001.
    public Adadelta() {
        this(0.001);
    }

    /// With this learning rate.
    public Adadelta(double learningRate) {
        super(learningRate);
    }

    /// With a learning rate that follows a schedule.
    public Adadelta(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }

    /// How slowly the means move; default 0.95.
    public Adadelta rho(double share) {
        rho = Arguments.share("rho", share);
        return this;
    }

    /// Keeps the divisor away from 0; default 1e-7.
    public Adadelta epsilon(double value) {
        epsilon = value;
        return this;
    }

    @Override
    protected List<List<String>> slots() {
        return List.of(List.of("accumulated_grad", "accumulated_delta_var"));
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        float[] squares = state[0];
        float[] moves = state[1];
        float r = (float) rho;
        float e = (float) epsilon;
        for (int i = 0; i < w.length; i++) {
            squares[i] = r * squares[i] + (1 - r) * g[i] * g[i];
            float d = g[i] * (float) (Math.sqrt(moves[i] + e) / Math.sqrt(squares[i] + e));
            moves[i] = r * moves[i] + (1 - r) * d * d;
            w[i] -= rate * d;
        }
    }
}
