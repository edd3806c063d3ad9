package nacre.training.metrics;

import nacre.tensor.Tensor;

/// How many answers 1 were predicted as 0.
///
/// Source: [Keras, FalseNegatives](https://keras.io/api/metrics/classification_metrics/).
public final class FalseNegatives extends ConfusionCount<FalseNegatives> {
    @Override
    Tensor count(Confusion counts) {
        return counts.falseNegatives();
    }
}
