package nacre.training.metrics;

import nacre.tensor.Tensor;

/// How many answers 1 were predicted.
///
/// Source: [Keras, TruePositives](https://keras.io/api/metrics/classification_metrics/).
public final class TruePositives extends ConfusionCount<TruePositives> {
    @Override
    Tensor count(Confusion counts) {
        return counts.truePositives();
    }
}
