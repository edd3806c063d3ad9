package nacre.training.optimizers;

import nacre.compute.Elementwise;
import nacre.tensor.Tape;
import nacre.tensor.Weight;
import nacre.training.Schedule;

/// [Adam] whose steps are as long as the weight is large, layer by layer; for large batches.
///
/// `w -= rate · |w| / |d| · d`, with `d = m / (√v + epsilon)` of the corrected means.
///
/// ```java
/// new Lamb(0.5).beta1(0.8).learningRate()   // 0.5
/// ```
///
/// Source: You et al., Large batch optimization for deep learning (2019); [Keras,
/// Lamb](https://keras.io/api/optimizers/lamb/).
public final class Lamb extends Moments<Lamb> {
    /// With the default learning rate, 0.001.
    public Lamb() {
        this(0.001);
    }

    /// With this learning rate.
    public Lamb(double learningRate) {
        super(learningRate);
    }

    /// With a learning rate that follows a schedule.
    public Lamb(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        float[] m = state[0];
        float[] v = state[1];
        float first = (float) (1 / (1 - Math.pow(beta1, step)));
        float second = (float) (1 / (1 - Math.pow(beta2, step)));
        float[] move = Tape.array(w.length);
        for (int i = 0; i < w.length; i++) {
            m[i] += (g[i] - m[i]) * (float) (1 - beta1);
            v[i] += (g[i] * g[i] - v[i]) * (float) (1 - beta2);
            move[i] = m[i] * first / ((float) Math.sqrt(v[i] * second) + (float) epsilon);
        }
        double size = length(w);
        double way = length(move);
        Elementwise.fma(
                move, 0, (float) (-rate * (size > 0 && way > 0 ? size / way : 1)), w, 0, w.length);
    }

    private static double length(float... x) {
        double sum = 0;
        for (float value : x) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
