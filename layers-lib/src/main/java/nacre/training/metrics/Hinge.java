package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the [hinge loss][nacre.training.losses.Hinge].
///
/// Source: [Keras, Hinge](https://keras.io/api/metrics/hinge_metrics/).
public final class Hinge extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.Hinge();
    }
}
