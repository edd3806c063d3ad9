package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of `|yTrue - yPred|`.
///
/// ```java
/// var mean = new nacre.training.metrics.MeanAbsoluteError();
/// mean.update(Tensor.of(new float[][] {{1, 2}}), Tensor.of(new float[][] {{1, 4}}));
/// mean.result()   // 1
/// ```
///
/// Source: [Keras, MeanAbsoluteError](https://keras.io/api/metrics/regression_metrics/).
public final class MeanAbsoluteError extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.MeanAbsoluteError();
    }
}
