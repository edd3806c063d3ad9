package nacre.training.losses;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.Loss;
import nacre.training.Ranks;

/// `-y · ln p - (1 - y) · ln(1 - p)`, the mean along an axis: for questions with the answers 0 and
/// 1.
///
/// Source: [Keras, BinaryCrossentropy](https://keras.io/api/losses/probabilistic_losses/).
public final class BinaryCrossentropy extends Loss {
    private boolean fromLogits;
    private double labelSmoothing;
    private int axis = -1;

    /// Whether predictions are logits, before the sigmoid; default false: probabilities.
    public BinaryCrossentropy fromLogits(boolean on) {
        fromLogits = on;
        return this;
    }

    /// How far targets move from 0 and 1 toward 1/2; default 0.
    public BinaryCrossentropy labelSmoothing(double share) {
        labelSmoothing = share;
        return this;
    }

    /// The axis of the mean; default the last.
    public BinaryCrossentropy axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        float keep = (float) (1 - labelSmoothing);
        Tensor y = labelSmoothing == 0 ? pair.get(0) : pair.get(0).mul(keep).add((1 - keep) / 2);
        Tensor x = pair.get(1);
        if (fromLogits) { // ln(1 + e^-|x|) does not overflow
            return x.relu().sub(x.mul(y)).add(x.abs().neg().exp().log1p()).mean(axis);
        }
        Tensor p = Probabilities.clipped(x);
        Tensor yes = y.mul(p.log());
        Tensor no = y.neg().add(1).mul(p.neg().add(1).log());
        return yes.add(no).neg().mean(axis);
    }
}
