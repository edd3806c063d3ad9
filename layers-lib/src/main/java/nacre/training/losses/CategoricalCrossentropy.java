package nacre.training.losses;

import nacre.layers.Arguments;
import nacre.tensor.Tensor;
import nacre.training.FluentLoss;

/// `-Σ y · ln p` over the classes: for one right class out of several, given as a row with a 1
/// (one-hot).
///
/// ```java
/// var loss = new CategoricalCrossentropy();
/// loss.apply(Tensor.of(new float[][] {{0, 1}}), Tensor.of(new float[][] {{0.5f, 0.5f}}))   // 0.6931
/// ```
///
/// Source: [Keras, CategoricalCrossentropy](https://keras.io/api/losses/probabilistic_losses/).
public final class CategoricalCrossentropy extends FluentLoss<CategoricalCrossentropy> {
    private boolean fromLogits;
    private double labelSmoothing;
    private int axis = -1;

    /// Whether predictions are logits, before the softmax; default false: probabilities.
    public CategoricalCrossentropy fromLogits(boolean on) {
        fromLogits = on;
        return this;
    }

    /// How much of a target is spread over all classes; default 0.
    public CategoricalCrossentropy labelSmoothing(double share) {
        labelSmoothing = Arguments.share("labelSmoothing", share);
        return this;
    }

    /// The axis of the classes; default the last.
    public CategoricalCrossentropy axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        Probabilities.sameShape("categorical_crossentropy", yTrue, yPred);
        Tensor y = Probabilities.smoothed(yTrue, labelSmoothing, yTrue.dim(-1));
        return y.mul(Probabilities.logShares(yPred, fromLogits, axis)).sum(axis).neg();
    }
}
