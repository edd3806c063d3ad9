package nacre.training.losses;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.Loss;
import nacre.training.Ranks;

/// `100 · mean(|yTrue - yPred| / |yTrue|)` along the last axis: the error in per cent of the
/// target.
///
/// ```java
/// new MeanAbsolutePercentageError().apply(Tensor.of(new float[][] {{2, 4}}), Tensor.of(new float[][] {{1, 4}}))   // 25
/// ```
///
/// Source: [Keras, MeanAbsolutePercentageError](https://keras.io/api/losses/regression_losses/).
public final class MeanAbsolutePercentageError extends Loss {
    private static final float EPSILON = 1e-7f; // a target of 0 would divide by 0

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        Tensor size = pair.get(0).abs().maximum(EPSILON);
        return pair.get(1).sub(pair.get(0)).div(size).abs().mean(-1).mul(100);
    }
}
