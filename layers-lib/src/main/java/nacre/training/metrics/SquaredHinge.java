package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the [squared hinge loss][nacre.training.losses.SquaredHinge]:
///
/// `max(1 - yTrue · yPred, 0)²`
///
/// ```java
/// var mean = new nacre.training.metrics.SquaredHinge();
/// mean.update(Tensor.of(new float[][] {{-1, 1}}), Tensor.of(new float[][] {{-2, 0}}));
/// mean.result()   // 0.5
/// ```
///
/// Source: [Keras, SquaredHinge](https://keras.io/api/metrics/hinge_metrics/).
public final class SquaredHinge extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.SquaredHinge();
    }
}
