package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the [categorical hinge loss][nacre.training.losses.CategoricalHinge].
///
/// Source: [Keras, CategoricalHinge](https://keras.io/api/metrics/hinge_metrics/).
public final class CategoricalHinge extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.CategoricalHinge();
    }
}
