package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the error in per cent of the target.
///
/// Source: [Keras, MeanAbsolutePercentageError](https://keras.io/api/metrics/regression_metrics/).
public final class MeanAbsolutePercentageError extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.MeanAbsolutePercentageError();
    }
}
