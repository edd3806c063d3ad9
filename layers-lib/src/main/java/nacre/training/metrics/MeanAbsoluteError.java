package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of `|yTrue - yPred|`.
///
/// Source: [Keras, MeanAbsoluteError](https://keras.io/api/metrics/regression_metrics/).
public final class MeanAbsoluteError extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.MeanAbsoluteError();
    }
}
