package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of `(ln(yTrue + 1) - ln(yPred + 1))²`.
///
/// ```java
/// var mean = new nacre.training.metrics.MeanSquaredLogarithmicError();
/// mean.update(Tensor.of(new float[][] {{0, 3}}), Tensor.of(new float[][] {{0, 3}}));
/// mean.result()   // 0
/// ```
///
/// Source: [Keras, MeanSquaredLogarithmicError](https://keras.io/api/metrics/regression_metrics/).
public final class MeanSquaredLogarithmicError extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.MeanSquaredLogarithmicError();
    }
}
