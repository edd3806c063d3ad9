package nacre.training.losses;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.Loss;
import nacre.training.Ranks;

/// `mean((yTrue - yPred)²)` along the last axis.
///
/// ```java
/// new MeanSquaredError().apply(Tensor.of(new float[] {1, 2}, 1, 2), Tensor.of(new float[] {1, 4}, 1, 2))   // 2
/// ```
///
/// Source: [Keras, MeanSquaredError](https://keras.io/api/losses/regression_losses/).
public final class MeanSquaredError extends Loss {
    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        return pair.get(1).sub(pair.get(0)).square().mean(-1);
    }
}
