package nacre.training.metrics;

import nacre.tensor.Tensor;
import nacre.training.MeanMetric;
import nacre.training.Ranks;

/// How often the largest prediction is at the target's class number.
///
/// ```java
/// var accuracy = new nacre.training.metrics.SparseCategoricalAccuracy();
/// accuracy.update(Tensor.of(new float[] {0, 1}), Tensor.of(new float[][] {{0.9f, 0.1f}, {0.7f, 0.3f}}));
/// accuracy.result()   // 0.5
/// ```
///
/// Source: [Keras, SparseCategoricalAccuracy](https://keras.io/api/metrics/accuracy_metrics/).
public final class SparseCategoricalAccuracy extends MeanMetric {
    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return Ranks.classes(yTrue, yPred).equal(yPred.argMax(-1));
    }
}
