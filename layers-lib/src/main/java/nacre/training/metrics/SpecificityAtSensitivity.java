package nacre.training.metrics;

import nacre.layers.Arguments;
import nacre.tensor.Tensor;

/// The best specificity at which the sensitivity (recall) is at least a given one.
///
/// Sensitivity is the share of the answers 1 that are predicted, `hits / (hits + misses)`;
/// specificity that of the answers 0.
///
/// ```java
/// var specificity = new nacre.training.metrics.SpecificityAtSensitivity(0.5);
/// specificity.update(Tensor.of(new float[] {0, 0, 0, 1, 1}), Tensor.of(new float[] {0, 0.3f, 0.8f, 0.3f, 0.8f}));
/// specificity.result()   // 0.666667
/// ```
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
