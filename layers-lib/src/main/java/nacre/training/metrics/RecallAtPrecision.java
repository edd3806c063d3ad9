package nacre.training.metrics;

import nacre.layers.Arguments;
import nacre.tensor.Tensor;

/// The best recall at which the precision is at least a given one.
///
/// Precision is `hits / (hits + false alarms)`, recall `hits / (hits + misses)`.
///
/// ```java
/// var recall = new nacre.training.metrics.RecallAtPrecision(0.8);
/// recall.update(Tensor.of(new float[] {0, 0, 1, 1}), Tensor.of(new float[] {0, 0.5f, 0.3f, 0.9f}));
/// recall.result()   // 0.5
/// ```
///
/// Source: [Keras, RecallAtPrecision](https://keras.io/api/metrics/classification_metrics/).
public final class RecallAtPrecision extends BestUnder<RecallAtPrecision> {
    private final double precision;

    /// For this precision, between 0 and 1.
    public RecallAtPrecision(double precision) {
        this.precision = Arguments.share("precision", precision);
    }

    @Override
    Tensor constrained() {
        return precisions();
    }

    @Override
    double least() {
        return precision;
    }

    @Override
    Tensor dependent() {
        return recalls();
    }
}
