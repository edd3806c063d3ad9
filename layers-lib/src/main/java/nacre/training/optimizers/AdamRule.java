package nacre.training.optimizers;

import java.util.List;
import nacre.compute.Optimize;
import nacre.tensor.Weight;

/// What [Adam] and [AdamW] have in common.
///
/// @param <S> the optimizer's own class, which every option gives back
public abstract class AdamRule<S extends AdamRule<S>> extends Moments<S> {
    private boolean amsgrad;

    AdamRule(double learningRate) {
        super(learningRate);
    }

    /// Whether the largest mean square so far is used instead of the present one; default false.
    public S amsgrad(boolean on) {
        amsgrad = on;
        return self();
    }

    @Override
    protected List<List<String>> slots() {
        return amsgrad ? List.of(MOMENTS, List.of("velocity_hat")) : List.of(MOMENTS);
    }

    /// The learning rate with the correction of the means in it, which begin at 0.
    static float corrected(float rate, double beta1, double beta2, long step) {
        return (float) (rate * Math.sqrt(1 - Math.pow(beta2, step)) / (1 - Math.pow(beta1, step)));
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        float alpha = corrected(rate, beta1, beta2, step);
        if (!amsgrad) {
            Optimize.adam(
                    w,
                    state[0],
                    state[1],
                    g,
                    w.length,
                    alpha,
                    (float) beta1,
                    (float) beta2,
                    (float) epsilon);
            return;
        }
        for (int i = 0; i < w.length; i++) {
            float m = state[0][i] += (g[i] - state[0][i]) * (float) (1 - beta1);
            float v = state[1][i] += (g[i] * g[i] - state[1][i]) * (float) (1 - beta2);
            float largest = state[2][i] = Math.max(state[2][i], v);
            w[i] -= alpha * m / ((float) Math.sqrt(largest) + (float) epsilon);
        }
    }
}
