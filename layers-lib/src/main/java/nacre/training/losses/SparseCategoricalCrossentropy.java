package nacre.training.losses;

import nacre.layers.config.Config;
import nacre.tensor.Tensor;
import nacre.training.FluentLoss;
import nacre.training.Ranks;
import org.jspecify.annotations.Nullable;

/// `-ln p[y]`: for one right class out of several, given by its number `y`.
///
/// ```java
/// var loss = new SparseCategoricalCrossentropy();
/// loss.apply(Tensor.of(new float[] {1}), Tensor.of(new float[][] {{0.5f, 0.5f}}))   // 0.693147
/// ```
///
/// Source: [Keras,
/// SparseCategoricalCrossentropy](https://keras.io/api/losses/probabilistic_losses/).
public final class SparseCategoricalCrossentropy extends FluentLoss<SparseCategoricalCrossentropy> {
    private boolean fromLogits;
    private @Nullable Integer ignoreClass;
    private int axis = -1;

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

    /// The axis of the classes; default the last.
    public SparseCategoricalCrossentropy axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor scores = axis == -1 ? yPred : yPred.moveAxis(axis, -1);
        Tensor y = Ranks.classes(yTrue, scores);
        int classes = scores.dim(-1);
        if (!y.shape().equals(scores.shape().drop(-1))) {
            throw new IllegalArgumentException(
                    "sparse_categorical_crossentropy needs one class number for each prediction, of shape "
                            + scores.shape().drop(-1)
                            + "; got "
                            + yTrue.shape()
                            + "."
                            + Probabilities.cure(
                                    scores.rank() - 1 - y.rank(),
                                    "For one-hot targets use categorical_crossentropy."));
        }
        check(y, classes);
        if (ignoreClass == null) {
            return losses(y, scores);
        }
        Tensor counts = y.notEqual(ignoreClass);
        return losses(y.mul(counts), scores).mul(counts).withMask(counts);
    }

    /// As [CategoricalCrossentropy], but only the right class's share is looked at.
    private Tensor losses(Tensor y, Tensor scores) {
        return fromLogits
                ? scores.logSoftmax(-1).pick(y).neg()
                : scores.classLoss(y, Probabilities.EPSILON);
    }

    private void check(Tensor y, int classes) {
        for (float number : y.data()) {
            boolean ignored = ignoreClass != null && number == ignoreClass;
            if (!ignored && !(number >= 0 && number < classes && number == (int) number)) {
                throw new IllegalArgumentException(
                        "Class number %s does not fit predictions of %d classes (0 to %d). %s"
                                .formatted(
                                        number == (int) number ? "" + (int) number : "" + number,
                                        classes,
                                        classes - 1,
                                        number >= classes
                                                ? "The last layer needs one unit for each class."
                                                : "Classes are whole numbers from 0 on."));
            }
        }
    }

    @Override
    public Config getConfig() { // Keras forgets it
        Config config = super.getConfig();
        config.remove("axis");
        return config;
    }
}
