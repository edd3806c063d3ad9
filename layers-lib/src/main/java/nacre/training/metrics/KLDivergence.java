package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the [divergence][nacre.training.losses.KLDivergence] of two distributions.
///
/// Source: [Keras, KLDivergence](https://keras.io/api/metrics/probabilistic_metrics/).
public final class KLDivergence extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.KLDivergence();
    }
}
