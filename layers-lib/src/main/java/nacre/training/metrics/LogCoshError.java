package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of `ln(cosh(yPred - yTrue))`.
///
/// ```java
/// var mean = new nacre.training.metrics.LogCoshError();
/// mean.update(Tensor.of(new float[][] {{0, 0}}), Tensor.of(new float[][] {{0, 1}}));
/// mean.result()   // 0.21689
/// ```
///
/// Source: [Keras, LogCoshError](https://keras.io/api/metrics/regression_metrics/).
public final class LogCoshError extends LossMetric {
    /// Named `logcosh`, as in Keras.
    public LogCoshError() {
        super("logcosh");
    }

    @Override
    protected Loss loss() {
        return new nacre.training.losses.LogCosh();
    }
}
