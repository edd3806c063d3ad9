package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the error in per cent of the target:
///
/// `100 · |yTrue - yPred| / |yTrue|`
///
/// ```java
/// var mean = new nacre.training.metrics.MeanAbsolutePercentageError();
/// mean.update(Tensor.of(new float[][] {{2, 4}}), Tensor.of(new float[][] {{1, 4}}));
/// mean.result()   // 25
/// ```
///
/// Source: [Keras, MeanAbsolutePercentageError](https://keras.io/api/metrics/regression_metrics/).
public final class MeanAbsolutePercentageError extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.MeanAbsolutePercentageError();
    }
}
