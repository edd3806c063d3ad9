package nacre.training.metrics;

import nacre.layers.Arguments;
import nacre.tensor.Tensor;
import nacre.training.MeanMetric;

/// How often the 1 of a one-hot target is among the `k` largest predictions:
///
/// `right / all`
///
/// ```java
/// var accuracy = new nacre.training.metrics.TopKCategoricalAccuracy().k(2);
/// accuracy.update(Tensor.of(new float[][] {{0, 0, 1}}), Tensor.of(new float[][] {{0.1f, 0.9f, 0.8f}}));
/// accuracy.result()   // 1
/// ```
///
/// Source: [Keras, TopKCategoricalAccuracy](https://keras.io/api/metrics/accuracy_metrics/).
public final class TopKCategoricalAccuracy extends MeanMetric {
    private int k = 5;

    /// How many of the largest predictions; default 5.
    public TopKCategoricalAccuracy k(int count) {
        k = Arguments.positive("k", count);
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return Top.contains(yTrue.argMax(-1), yPred, k);
    }
}
