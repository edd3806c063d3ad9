package nacre.training.losses;

import nacre.layers.Arguments;
import nacre.tensor.Tensor;
import nacre.training.FluentLoss;

/// Categorical cross-entropy in which easy samples count less: `-Σ alpha · (1 - p)^gamma · y · ln
/// p`.
///
/// Source: Lin et al., Focal loss for dense object detection (2017).
///
/// ```java
/// new CategoricalFocalCrossentropy().apply(Tensor.of(new float[][] {{0, 1}}), Tensor.of(new float[][] {{0, 1}})).item() < 1e-6   // true
/// ```
///
/// Source: [Keras,
/// CategoricalFocalCrossentropy](https://keras.io/api/losses/probabilistic_losses/).
public final class CategoricalFocalCrossentropy extends FluentLoss<CategoricalFocalCrossentropy> {
    private boolean fromLogits;
    private double labelSmoothing;
    private int axis = -1;
    private Tensor alpha = Tensor.of(0.25f);
    private double gamma = 2;

    /// Whether predictions are logits, before the softmax; default false: probabilities.
    public CategoricalFocalCrossentropy fromLogits(boolean on) {
        fromLogits = on;
        return this;
    }

    /// How much of a target is spread over all classes; default 0.
    public CategoricalFocalCrossentropy labelSmoothing(double share) {
        labelSmoothing = Arguments.share("labelSmoothing", share);
        return this;
    }

    /// The axis of the classes; default the last.
    public CategoricalFocalCrossentropy axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    /// How much each class counts, one number for all or one for each; default 0.25.
    public CategoricalFocalCrossentropy alpha(double... weights) {
        alpha = weights.length == 1 ? Tensor.of((float) weights[0]) : Tensor.of(weights);
        return this;
    }

    /// How strongly easy samples are played down; default 2.
    public CategoricalFocalCrossentropy gamma(double power) {
        gamma = power;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        Probabilities.sameShape("categorical_focal_crossentropy", yTrue, yPred);
        Tensor y = Probabilities.smoothed(yTrue, labelSmoothing, yTrue.dim(-1));
        Tensor p = Probabilities.shares(fromLogits ? yPred.softmax(axis) : yPred, axis);
        Tensor focus = p.neg().add(1).pow((float) gamma).mul(alpha);
        return focus.mul(y).mul(p.log()).sum(axis).neg();
    }
}
