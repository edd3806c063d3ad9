package nacre.training.losses;

import nacre.tensor.Tensor;
import nacre.training.Loss;

/// `-Σ y · ln p` over the classes: for one right class out of several, given as a row with a 1
/// (one-hot).
///
/// Source: [Keras, CategoricalCrossentropy](https://keras.io/api/losses/probabilistic_losses/).
public final class CategoricalCrossentropy extends Loss {
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
        labelSmoothing = share;
        return this;
    }

    /// The axis of the classes; default the last.
    public CategoricalCrossentropy axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        if (!yTrue.shape().equals(yPred.shape())) {
            throw new IllegalArgumentException(
                    "categorical_crossentropy needs targets (one-hot rows) of the same shape as the predictions; got "
                            + yTrue.shape()
                            + " and "
                            + yPred.shape()
                            + ". For targets that are class numbers use sparse_categorical_crossentropy.");
        }
        Tensor y =
                labelSmoothing == 0
                        ? yTrue
                        : yTrue.mul((float) (1 - labelSmoothing))
                                .add((float) labelSmoothing / yTrue.dim(axis));
        return y.mul(Probabilities.logShares(yPred, fromLogits, axis)).sum(axis).neg();
    }
}
