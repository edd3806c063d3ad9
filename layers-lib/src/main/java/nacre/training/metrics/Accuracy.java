package nacre.training.metrics;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.MeanMetric;
import nacre.training.Ranks;

/// How often predictions equal targets exactly:
///
/// `right / all`
///
/// In `compile`, `"accuracy"` stands for whichever accuracy fits the shapes, see [Accuracies].
///
/// ```java
/// var accuracy = new nacre.training.metrics.Accuracy();
/// accuracy.update(Tensor.of(new float[] {1, 2, 3, 4}), Tensor.of(new float[] {0, 2, 3, 4}));
/// accuracy.result()   // 0.75
/// ```
///
/// Source: [Keras, Accuracy](https://keras.io/api/metrics/accuracy_metrics/).
public final class Accuracy extends MeanMetric {
    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        return pair.get(0).equal(pair.get(1)).mean(-1);
    }
}
