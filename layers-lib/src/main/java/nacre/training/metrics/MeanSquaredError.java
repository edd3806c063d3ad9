package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of `(yTrue - yPred)²`.
///
/// Source: [Keras, MeanSquaredError](https://keras.io/api/metrics/regression_metrics/).
public final class MeanSquaredError extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.MeanSquaredError();
    }
}
