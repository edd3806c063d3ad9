package nacre.training.metrics;

import nacre.tensor.Tensor;

/// How many answers 0 were predicted.
///
/// Source: [Keras, TrueNegatives](https://keras.io/api/metrics/classification_metrics/).
public final class TrueNegatives extends ConfusionCount<TrueNegatives> {
    @Override
    Tensor count(Confusion counts) {
        return counts.trueNegatives();
    }
}
