package nacre.training.metrics;

import nacre.layers.Arguments;
import nacre.tensor.Tensor;

/// The best sensitivity (recall) at which the specificity is at least a given one.
///
/// Sensitivity is the share of the answers 1 that are predicted, `hits / (hits + misses)`;
/// specificity that of the answers 0.
///
/// ```java
/// var sensitivity = new nacre.training.metrics.SensitivityAtSpecificity(0.5);
/// sensitivity.update(Tensor.of(new float[] {0, 0, 0, 1, 1}), Tensor.of(new float[] {0, 0.3f, 0.8f, 0.3f, 0.8f}));
/// sensitivity.result()   // 0.5
/// ```
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
