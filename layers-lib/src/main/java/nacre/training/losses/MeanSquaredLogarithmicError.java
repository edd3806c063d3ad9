package nacre.training.losses;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.Loss;
import nacre.training.Ranks;

/// `mean((ln(yTrue + 1) - ln(yPred + 1))²)` along the last axis: for targets of very different
/// sizes, none below 0.
///
/// ```java
/// new MeanSquaredLogarithmicError().apply(Tensor.of(new float[][] {{0, 3}}), Tensor.of(new float[][] {{0, 3}}))   // 0
/// ```
///
/// Source: [Keras, MeanSquaredLogarithmicError](https://keras.io/api/losses/regression_losses/).
public final class MeanSquaredLogarithmicError extends Loss {
    private static final float EPSILON = 1e-7f;

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        return logarithm(pair.get(1)).sub(logarithm(pair.get(0))).square().mean(-1);
    }

    private static Tensor logarithm(Tensor x) {
        return x.maximum(EPSILON).add(1).log();
    }
}
