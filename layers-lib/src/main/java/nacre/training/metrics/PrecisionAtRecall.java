package nacre.training.metrics;

import nacre.layers.Arguments;
import nacre.tensor.Tensor;

/// The best precision at which the recall is at least a given one.
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
