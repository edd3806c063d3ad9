package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of `(yTrue - yPred)²`.
///
/// ```java
/// var mean = new nacre.training.metrics.MeanSquaredError();
/// mean.update(Tensor.of(new float[][] {{1, 2}}), Tensor.of(new float[][] {{1, 4}}));
/// mean.result()   // 2
/// ```
///
/// Source: [Keras, MeanSquaredError](https://keras.io/api/metrics/regression_metrics/).
public final class MeanSquaredError extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.MeanSquaredError();
    }
}
