package nacre.training.metrics;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.MeanMetric;
import nacre.training.Ranks;

/// The square root of the running mean of `(yTrue - yPred)²`: the error in the unit of the target.
///
/// ```java
/// var error = new nacre.training.metrics.RootMeanSquaredError();
/// error.update(Tensor.of(new float[][] {{1, 2}}), Tensor.of(new float[][] {{4, 6}}));
/// error.result()   // 3.53553
/// ```
///
/// Source: [Keras, RootMeanSquaredError](https://keras.io/api/metrics/regression_metrics/).
public final class RootMeanSquaredError extends MeanMetric {
    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        return pair.get(1).sub(pair.get(0)).square();
    }

    @Override
    public Tensor result() {
        return Tensor.of((float) Math.sqrt(mean()));
    }
}
