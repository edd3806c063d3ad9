package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the [categorical hinge loss][nacre.training.losses.CategoricalHinge].
///
/// `max(neg - pos + 1, 0)`, with `pos = Σ yTrue · yPred` and `neg = max((1 - yTrue) · yPred)`.
///
/// ```java
/// var mean = new nacre.training.metrics.CategoricalHinge();
/// mean.update(Tensor.of(new float[][] {{0, 1}}), Tensor.of(new float[][] {{0.5f, 1}}));
/// mean.result()   // 0.5
/// ```
///
/// Source: [Keras, CategoricalHinge](https://keras.io/api/metrics/hinge_metrics/).
public final class CategoricalHinge extends LossMetric {
    @Override
    protected Loss loss() {
        return new nacre.training.losses.CategoricalHinge();
    }
}
