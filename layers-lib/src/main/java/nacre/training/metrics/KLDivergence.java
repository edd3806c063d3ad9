package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the [divergence][nacre.training.losses.KLDivergence] of two distributions:
///
/// `Σ yTrue · ln(yTrue / yPred)`
///
/// ```java
/// var mean = new nacre.training.metrics.KLDivergence();
/// mean.update(Tensor.of(new float[][] {{1, 0}}), Tensor.of(new float[][] {{0.5f, 0.5f}}));
/// mean.result()   // 0.693146
/// ```
///
/// Source: [Keras, KLDivergence](https://keras.io/api/metrics/probabilistic_metrics/).
public final class KLDivergence extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.KLDivergence();
    }
}
