package nacre.training.metrics;

import nacre.layers.Arguments;
import nacre.tensor.Tensor;

/// The best sensitivity (recall) at which the specificity is at least a given one.
///
/// Source: [Keras, SensitivityAtSpecificity](https://keras.io/api/metrics/classification_metrics/).
public final class SensitivityAtSpecificity extends BestUnder<SensitivityAtSpecificity> {
    private final double specificity;

    /// For this specificity, between 0 and 1.
    public SensitivityAtSpecificity(double specificity) {
        this.specificity = Arguments.share("specificity", specificity);
    }

    @Override
    Tensor constrained() {
        return specificities();
    }

    @Override
    double least() {
        return specificity;
    }

    @Override
    Tensor dependent() {
        return recalls();
    }
}
