package nacre.training.losses;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.Loss;
import nacre.training.Ranks;

/// `Σ yTrue · ln(yTrue / yPred)` along the last axis: how far one distribution is from another;
/// both clipped to `[1e-7, 1]`.
///
/// ```java
/// new KLDivergence().apply(Tensor.of(new float[][] {{0.5f, 0.5f}}), Tensor.of(new float[][] {{0.5f, 0.5f}}))   // 0
/// ```
///
/// Source: [Keras, KLDivergence](https://keras.io/api/losses/probabilistic_losses/).
public final class KLDivergence extends Loss {
    private static final float EPSILON = 1e-7f;

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        Tensor y = pair.get(0).clip(EPSILON, 1);
        return y.mul(y.div(pair.get(1).clip(EPSILON, 1)).log()).sum(-1);
    }
}
