package nacre.training.losses;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.Loss;
import nacre.training.Ranks;

/// `max(neg - pos + 1, 0)`, with `pos = Σ yTrue · yPred` and `neg = max((1 - yTrue) · yPred)`: the
/// right class is to win by 1.
///
/// ```java
/// new CategoricalHinge().apply(Tensor.of(new float[][] {{0, 1}}), Tensor.of(new float[][] {{0.5f, 1}}))   // 0.5
/// ```
///
/// Source: [Keras, CategoricalHinge](https://keras.io/api/losses/hinge_losses/).
public final class CategoricalHinge extends Loss {
    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        Tensor y = pair.get(0);
        Tensor right = y.mul(pair.get(1)).sum(-1);
        Tensor wrong = y.neg().add(1).mul(pair.get(1)).max(-1);
        return wrong.sub(right).add(1).relu();
    }
}
