package nacre.training.metrics;

import nacre.tensor.Tensor;

/// How many answers 0 were predicted as 1.
///
/// ```java
/// var alarms = new nacre.training.metrics.FalsePositives();
/// alarms.update(Tensor.of(new float[] {0, 1, 0, 0}), Tensor.of(new float[] {0, 1, 1, 1}));
/// alarms.result()   // 2
/// ```
///
/// Source: [Keras, FalsePositives](https://keras.io/api/metrics/classification_metrics/).
public final class FalsePositives extends ConfusionCount<FalsePositives> {
    @Override
    Tensor count(Confusion counts) {
        return counts.falsePositives();
    }
}
