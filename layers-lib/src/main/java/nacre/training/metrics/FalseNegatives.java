package nacre.training.metrics;

import nacre.tensor.Tensor;

/// How many answers 1 were predicted as 0.
///
/// ```java
/// var misses = new nacre.training.metrics.FalseNegatives();
/// misses.update(Tensor.of(new float[] {0, 1, 1, 1}), Tensor.of(new float[] {0, 1, 0, 0}));
/// misses.result()   // 2
/// ```
///
/// Source: [Keras, FalseNegatives](https://keras.io/api/metrics/classification_metrics/).
public final class FalseNegatives extends ConfusionCount<FalseNegatives> {
    @Override
    Tensor count(Confusion counts) {
        return counts.falseNegatives();
    }
}
