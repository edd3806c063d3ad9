package nacre.training.metrics;

import nacre.layers.Arguments;
import nacre.tensor.Tensor;

/// The best precision at which the recall is at least a given one.
///
/// Precision is `hits / (hits + false alarms)`, recall `hits / (hits + misses)`.
///
/// ```java
/// var precision = new nacre.training.metrics.PrecisionAtRecall(0.5);
/// precision.update(Tensor.of(new float[] {0, 0, 0, 1, 1}), Tensor.of(new float[] {0, 0.3f, 0.8f, 0.3f, 0.8f}));
/// precision.result()   // 0.5
/// ```
///
/// Source: [Keras, PrecisionAtRecall](https://keras.io/api/metrics/classification_metrics/).
public final class PrecisionAtRecall extends BestUnder<PrecisionAtRecall> {
    private final double recall;

    /// For this recall, between 0 and 1.
    public PrecisionAtRecall(double recall) {
        this.recall = Arguments.share("recall", recall);
    }

    @Override
    Tensor constrained() {
        return recalls();
    }

    @Override
    double least() {
        return recall;
    }

    @Override
    Tensor dependent() {
        return precisions();
    }
}
