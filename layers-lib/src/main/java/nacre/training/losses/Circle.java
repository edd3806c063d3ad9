package nacre.training.losses;

import nacre.tensor.Tensor;
import nacre.training.FluentLoss;
import nacre.training.Ranks;

/// Draws vectors of one class together and those of different classes apart: for embeddings of
/// length 1, whose classes are given by number.
///
/// The loss of a vector is `ln(1 + P · N)`, where `d` are the cosine distances to others:
/// - `P = Σ e^(gamma · (d + margin) · (d - margin))` over the others of the same class,
/// - `N = Σ e^(gamma · (1 + margin - d) · (1 - margin - d))` over those of other classes.
///
/// Source: Sun et al., Circle loss (2020); [Keras, Circle](https://keras.io/api/losses/).
public final class Circle extends FluentLoss<Circle> {
    private static final float NONE = -1e9f; // as a logarithm: as good as nothing

    private double gamma = 80;
    private double margin = 0.4;
    private boolean removeDiagonal = true;

    /// How steeply the loss grows; default 80.
    public Circle gamma(double scale) {
        gamma = scale;
        return this;
    }

    /// How much is forgiven; default 0.4.
    public Circle margin(double distance) {
        margin = distance;
        return this;
    }

    /// Whether a vector does not count as one of its own class; default true.
    public Circle removeDiagonal(boolean on) {
        removeDiagonal = on;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        int n = yPred.dim(0);
        float m = (float) margin;
        Tensor y = Ranks.classes(yTrue, yPred).reshape(n);
        Tensor same = y.expandDims(1).equal(y.expandDims(0));
        Tensor other = same.neg().add(1);
        Tensor friends = removeDiagonal ? same.mul(Tensor.range(n).oneHot(n).neg().add(1)) : same;
        Tensor d = yPred.product(yPred, false, true).neg().add(1).relu();
        Tensor pull = d.add(m).relu().mul(d.sub(m)).mul((float) gamma);
        Tensor push = d.neg().add(1 + m).relu().mul(d.neg().add(1 - m)).mul((float) gamma);
        Tensor losses = logSum(pull, friends).add(logSum(push, other)).softplus();
        // who has no friends or no others does not count
        return losses.withMask(losses.detach().greater(0));
    }

    /// `ln Σ e^x` over those of a row that count.
    private static Tensor logSum(Tensor x, Tensor counts) {
        Tensor counted = x.where(counts, NONE);
        Tensor largest = counted.detach().maxKeep(1);
        return counted.sub(largest).exp().sum(1).log().add(largest.squeeze(1));
    }
}
