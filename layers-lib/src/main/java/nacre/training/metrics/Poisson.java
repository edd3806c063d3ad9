package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the [Poisson loss][nacre.training.losses.Poisson], for counts.
///
/// Source: [Keras, Poisson](https://keras.io/api/metrics/probabilistic_metrics/).
public final class Poisson extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.Poisson();
    }
}
