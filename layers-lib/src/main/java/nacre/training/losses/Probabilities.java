package nacre.training.losses;

import nacre.tensor.Tensor;

/// What all cross-entropies do with targets and probabilities.
final class Probabilities {
    static final float EPSILON = 1e-7f;

    private Probabilities() {}

    /// Away from 0 and 1, where the logarithm has no end.
    static Tensor clipped(Tensor p) {
        return p.clip(EPSILON, 1 - EPSILON);
    }

    /// Probabilities of classes made to sum to 1, and clipped.
    static Tensor shares(Tensor p, int axis) {
        return clipped(p.div(p.sumKeep(axis)));
    }

    /// The logarithm of each class's share along an axis, from logits or from probabilities.
    static Tensor logShares(Tensor yPred, boolean fromLogits, int axis) {
        return fromLogits ? yPred.logSoftmax(axis) : shares(yPred, axis).log();
    }

    /// `-y · ln p - (1 - y) · ln(1 - p)`, number by number.
    static Tensor binary(Tensor y, Tensor yPred) {
        Tensor p = clipped(yPred);
        Tensor yes = y.mul(p.log());
        Tensor no = y.neg().add(1).mul(p.neg().add(1).log());
        return yes.add(no).neg();
    }

    /// Targets a share of which is spread evenly over `classes` answers.
    static Tensor smoothed(Tensor y, double share, int classes) {
        return share == 0 ? y : y.mul((float) (1 - share)).add((float) (share / classes));
    }

    /// Says clearly if targets are not one-hot rows for these predictions.
    static void sameShape(String loss, Tensor yTrue, Tensor yPred) {
        if (!yTrue.shape().equals(yPred.shape())) {
            throw new IllegalArgumentException(
                    loss
                            + " needs targets (one-hot rows) of the same shape as the predictions; got "
                            + yTrue.shape()
                            + " and "
                            + yPred.shape()
                            + "."
                            + cure(
                                    yPred.rank() - Math.max(2, yTrue.rank()),
                                    "For targets that are class numbers use sparse_categorical_crossentropy."));
        }
    }

    /// What to do where predictions have so many more axes than targets ask for; else something
    /// else is wrong.
    static String cure(int moreAxes, String otherwise) {
        return " "
                + (moreAxes > 0
                        ? "The predictions have axes too many: a Flatten before the last Dense layers may be missing."
                        : otherwise);
    }
}
