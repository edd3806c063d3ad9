package nacre.training.metrics;

import nacre.tensor.Tensor;

/// How many answers 1 were predicted.
///
/// ```java
/// var hits = new nacre.training.metrics.TruePositives();
/// hits.update(Tensor.of(new float[] {0, 1, 1, 1}), Tensor.of(new float[] {1, 0, 1, 1}));
/// hits.result()   // 2
/// ```
///
/// Source: [Keras, TruePositives](https://keras.io/api/metrics/classification_metrics/).
public final class TruePositives extends ConfusionCount<TruePositives> {
    @Override
    Tensor count(Confusion counts) {
        return counts.truePositives();
    }
}
