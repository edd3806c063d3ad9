package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the [squared hinge loss][nacre.training.losses.SquaredHinge].
///
/// Source: [Keras, SquaredHinge](https://keras.io/api/metrics/hinge_metrics/).
public final class SquaredHinge extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.SquaredHinge();
    }
}
