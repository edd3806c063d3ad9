package nacre.training.metrics;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.MeanMetric;
import nacre.training.Ranks;

/// How often a probability is on the right side of a threshold:
///
/// `right / all`
///
/// ```java
/// var accuracy = new nacre.training.metrics.BinaryAccuracy();
/// accuracy.update(Tensor.of(new float[] {1, 1, 0, 0}), Tensor.of(new float[] {0.98f, 1, 0, 0.6f}));
/// accuracy.result()   // 0.75
/// ```
///
/// Source: [Keras, BinaryAccuracy](https://keras.io/api/metrics/accuracy_metrics/).
public final class BinaryAccuracy extends MeanMetric {
    private double threshold = 0.5;

    /// From where on a probability means 1; default 0.5.
    public BinaryAccuracy threshold(double newThreshold) {
        threshold = newThreshold;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        return pair.get(1).greater((float) threshold).equal(pair.get(0)).mean(-1);
    }
}
