package nacre.training.losses;

import nacre.tensor.Tensor;
import nacre.training.FluentLoss;
import nacre.training.Ranks;

/// `(1 - p[y]^q) / q`: between cross-entropy (`q` near 0) and the mean error (`q` near 1); bears
/// wrong labels. The class is given by its number `y`.
///
/// Source: Zhang and Sabuncu, Generalized cross entropy loss (2018).
///
/// ```java
/// new CategoricalGeneralizedCrossEntropy().apply(Tensor.of(1), Tensor.of(new float[][] {{0.75f, 0.25f}}))   // 1
/// ```
///
/// Source: [Keras,
/// CategoricalGeneralizedCrossEntropy](https://keras.io/api/losses/probabilistic_losses/).
public final class CategoricalGeneralizedCrossEntropy
        extends FluentLoss<CategoricalGeneralizedCrossEntropy> {
    private double q = 0.5;

    /// The power, between 0 and 1; default 0.5.
    public CategoricalGeneralizedCrossEntropy q(double power) {
        if (!(power > 0 && power < 1)) {
            throw new IllegalArgumentException("`q` must be between 0 and 1; got " + power + ".");
        }
        q = power;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor p = Ranks.classes(yTrue, yPred).oneHot(yPred.dim(-1)).mul(yPred).sum(-1);
        return p.pow((float) q).neg().add(1).div((float) q);
    }
}
