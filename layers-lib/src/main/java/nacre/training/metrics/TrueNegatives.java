package nacre.training.metrics;

import nacre.tensor.Tensor;

/// How many answers 0 were predicted.
///
/// ```java
/// var count = new nacre.training.metrics.TrueNegatives();
/// count.update(Tensor.of(new float[] {0, 1, 0, 0}), Tensor.of(new float[] {1, 1, 0, 0}));
/// count.result()   // 2
/// ```
///
/// Source: [Keras, TrueNegatives](https://keras.io/api/metrics/classification_metrics/).
public final class TrueNegatives extends ConfusionCount<TrueNegatives> {
    @Override
    Tensor count(Confusion counts) {
        return counts.trueNegatives();
    }
}
