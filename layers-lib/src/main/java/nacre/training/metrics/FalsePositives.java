package nacre.training.metrics;

import nacre.tensor.Tensor;

/// How many answers 0 were predicted as 1.
///
/// Source: [Keras, FalsePositives](https://keras.io/api/metrics/classification_metrics/).
public final class FalsePositives extends ConfusionCount<FalsePositives> {
    @Override
    Tensor count(Confusion counts) {
        return counts.falsePositives();
    }
}
