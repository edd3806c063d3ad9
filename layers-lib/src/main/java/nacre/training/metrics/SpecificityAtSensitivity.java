package nacre.training.metrics;

import nacre.layers.Arguments;
import nacre.tensor.Tensor;

/// The best specificity at which the sensitivity (recall) is at least a given one.
///
/// Source: [Keras, SpecificityAtSensitivity](https://keras.io/api/metrics/classification_metrics/).
public final class SpecificityAtSensitivity extends BestUnder<SpecificityAtSensitivity> {
    private final double sensitivity;

    /// For this sensitivity, between 0 and 1.
    public SpecificityAtSensitivity(double sensitivity) {
        this.sensitivity = Arguments.share("sensitivity", sensitivity);
    }

    @Override
    Tensor constrained() {
        return recalls();
    }

    @Override
    double least() {
        return sensitivity;
    }

    @Override
    Tensor dependent() {
        return specificities();
    }
}
