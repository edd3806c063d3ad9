package nacre.training.losses;

import nacre.tensor.Tensor;

/// What all cross-entropies do with probabilities first.
final class Probabilities {
    private static final float EPSILON = 1e-7f;

    private Probabilities() {}

    /// Away from 0 and 1, where the logarithm has no end.
    static Tensor clipped(Tensor p) {
        return p.clip(EPSILON, 1 - EPSILON);
    }

    /// The logarithm of each class's share along an axis, from logits or from probabilities, which
    /// are first made to sum to 1.
    static Tensor logShares(Tensor yPred, boolean fromLogits, int axis) {
        return fromLogits ? yPred.logSoftmax(axis) : clipped(yPred.div(yPred.sumKeep(axis))).log();
    }
}
