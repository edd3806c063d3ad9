package nacre.training.metrics;

import nacre.tensor.Tensor;
import nacre.training.MeanMetric;

/// How often the largest prediction is at the 1 of a one-hot target:
///
/// `right / all`
///
/// ```java
/// var accuracy = new nacre.training.metrics.CategoricalAccuracy();
/// accuracy.update(Tensor.of(new float[][] {{0, 1}, {0, 1}}), Tensor.of(new float[][] {{0.1f, 0.9f}, {0.8f, 0.2f}}));
/// accuracy.result()   // 0.5
/// ```
///
/// Source: [Keras, CategoricalAccuracy](https://keras.io/api/metrics/accuracy_metrics/).
public final class CategoricalAccuracy extends MeanMetric {
    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return yTrue.argMax(-1).equal(yPred.argMax(-1));
    }
}
