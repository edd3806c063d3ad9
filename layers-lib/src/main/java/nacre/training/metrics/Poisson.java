package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the [Poisson loss][nacre.training.losses.Poisson], for counts:
///
/// `yPred - yTrue · ln yPred`
///
/// ```java
/// var mean = new nacre.training.metrics.Poisson();
/// mean.update(Tensor.of(new float[][] {{3, 5}}), Tensor.of(new float[][] {{1, 1}}));
/// mean.result()   // 1
/// ```
///
/// Source: [Keras, Poisson](https://keras.io/api/metrics/probabilistic_metrics/).
public final class Poisson extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.Poisson();
    }
}
