package nacre.training.losses;

import java.util.List;
import nacre.layers.Arguments;
import nacre.tensor.Tensor;
import nacre.training.FluentLoss;
import nacre.training.Ranks;

/// Binary cross-entropy in which easy samples count less: `(1 - pₜ)^gamma · crossentropy`, with
/// `pₜ` the probability given to the right answer.
///
/// Source: Lin et al., Focal loss for dense object detection (2017).
///
/// ```java
/// new BinaryFocalCrossentropy().apply(Tensor.of(new float[][] {{1}}), Tensor.of(new float[][] {{1}})).item() < 1e-6   // true
/// ```
///
/// Source: [Keras, BinaryFocalCrossentropy](https://keras.io/api/losses/probabilistic_losses/).
public final class BinaryFocalCrossentropy extends FluentLoss<BinaryFocalCrossentropy> {
    private boolean fromLogits;
    private double labelSmoothing;
    private int axis = -1;
    private boolean applyClassBalancing;
    private double alpha = 0.25;
    private double gamma = 2;

    /// Whether predictions are logits, before the sigmoid; default false: probabilities.
    public BinaryFocalCrossentropy fromLogits(boolean on) {
        fromLogits = on;
        return this;
    }

    /// How far targets move from 0 and 1 toward 1/2; default 0.
    public BinaryFocalCrossentropy labelSmoothing(double share) {
        labelSmoothing = Arguments.share("labelSmoothing", share);
        return this;
    }

    /// The axis of the mean; default the last.
    public BinaryFocalCrossentropy axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    /// Whether the answers 1 and 0 count `alpha` and `1 - alpha`; default false.
    public BinaryFocalCrossentropy applyClassBalancing(boolean on) {
        applyClassBalancing = on;
        return this;
    }

    /// How much the answer 1 counts where classes are balanced; default 0.25.
    public BinaryFocalCrossentropy alpha(double share) {
        alpha = share;
        return this;
    }

    /// How strongly easy samples are played down; default 2.
    public BinaryFocalCrossentropy gamma(double power) {
        gamma = power;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        Tensor y = Probabilities.smoothed(pair.get(0), labelSmoothing, 2);
        Tensor p = fromLogits ? pair.get(1).sigmoid() : pair.get(1);
        Tensor other = y.neg().add(1);
        Tensor right = y.mul(p).add(other.mul(p.neg().add(1)));
        Tensor focal = right.neg().add(1).pow((float) gamma).mul(Probabilities.binary(y, p));
        float a = (float) alpha;
        return (applyClassBalancing ? y.mul(a).add(other.mul(1 - a)).mul(focal) : focal).mean(axis);
    }
}
