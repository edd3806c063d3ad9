package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the [hinge loss][nacre.training.losses.Hinge]:
///
/// `max(1 - yTrue · yPred, 0)`
///
/// ```java
/// var mean = new nacre.training.metrics.Hinge();
/// mean.update(Tensor.of(new float[][] {{-1, 1}}), Tensor.of(new float[][] {{-2, 0.5f}}));
/// mean.result()   // 0.25
/// ```
///
/// Source: [Keras, Hinge](https://keras.io/api/metrics/hinge_metrics/).
public final class Hinge extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.Hinge();
    }
}
