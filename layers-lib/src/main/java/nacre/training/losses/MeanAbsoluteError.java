package nacre.training.losses;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.Loss;
import nacre.training.Ranks;

/// `mean(|yTrue - yPred|)` along the last axis.
///
/// ```java
/// new MeanAbsoluteError().apply(Tensor.of(new float[][] {{1, 2}}), Tensor.of(new float[][] {{1, 4}}))   // 1
/// ```
///
/// Source: [Keras, MeanAbsoluteError](https://keras.io/api/losses/regression_losses/).
public final class MeanAbsoluteError extends Loss {
    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        return pair.get(1).sub(pair.get(0)).abs().mean(-1);
    }
}
