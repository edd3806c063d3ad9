package nacre.training.losses;

import nacre.tensor.Tensor;
import nacre.training.Loss;
import org.jspecify.annotations.Nullable;

/// `-ln p[y]`: for one right class out of several, given by its number `y`.
///
/// Source: [Keras,
/// SparseCategoricalCrossentropy](https://keras.io/api/losses/probabilistic_losses/).
public final class SparseCategoricalCrossentropy extends Loss {
    private boolean fromLogits;
    private @Nullable Integer ignoreClass;

    /// Whether predictions are logits, before the softmax; default false: probabilities.
    public SparseCategoricalCrossentropy fromLogits(boolean on) {
        fromLogits = on;
        return this;
    }

    /// A class number whose samples do not count; default none.
    public SparseCategoricalCrossentropy ignoreClass(int number) {
        ignoreClass = number;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = yTrue.rank() == yPred.rank() && yTrue.dim(-1) == 1 ? yTrue.squeeze(-1) : yTrue;
        if (!y.shape().equals(yPred.shape().drop(-1))) {
            throw new IllegalArgumentException(
                    "sparse_categorical_crossentropy needs one class number for each prediction, of shape "
                            + yPred.shape().drop(-1)
                            + "; got "
                            + yTrue.shape()
                            + ". For one-hot targets use categorical_crossentropy.");
        }
        check(y, yPred.dim(-1));
        Tensor logs = Probabilities.logShares(yPred, fromLogits, -1);
        Tensor losses = y.oneHot(yPred.dim(-1)).mul(logs).sum(-1).neg();
        return ignoreClass == null ? losses : losses.mul(y.notEqual(ignoreClass));
    }

    private void check(Tensor y, int classes) {
        for (float number : y.data()) {
            boolean ignored = ignoreClass != null && number == ignoreClass;
            if (!ignored && !(number >= 0 && number < classes)) {
                throw new IllegalArgumentException(
                        "Class number "
                                + number
                                + " does not fit predictions of "
                                + classes
                                + " classes (0 to "
                                + (classes - 1)
                                + ").");
            }
        }
    }
}
