package nacre.training.losses;

import java.util.List;
import nacre.layers.Arguments;
import nacre.tensor.Tensor;
import nacre.training.FluentLoss;
import nacre.training.Ranks;

/// `-y · ln p - (1 - y) · ln(1 - p)`, the mean along an axis: for questions with the answers 0 and
/// 1.
///
/// ```java
/// var loss = new BinaryCrossentropy().fromLogits(true);
/// loss.apply(Tensor.of(new float[][] {{1, 0}}), Tensor.of(new float[][] {{0, 0}}))   // 0.693147
/// ```
///
/// Source: [Keras, BinaryCrossentropy](https://keras.io/api/losses/probabilistic_losses/).
public final class BinaryCrossentropy extends FluentLoss<BinaryCrossentropy> {
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
        labelSmoothing = Arguments.share("labelSmoothing", share);
        return this;
    }

    /// The axis of the mean; default the last.
    public BinaryCrossentropy axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.same(yTrue, yPred);
        Tensor y = Probabilities.smoothed(pair.get(0), labelSmoothing, 2);
        Tensor x = pair.get(1);
        if (fromLogits) { // ln(1 + e^-|x|) does not overflow
            return x.relu().sub(x.mul(y)).add(x.abs().neg().exp().log1p()).mean(axis);
        }
        return Probabilities.binary(y, x).mean(axis);
    }
}
