package nacre.training.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import nacre.tensor.Tensor;

/// A metric that looks at many thresholds at once and remembers all four counts of each.
///
/// @param <S> the metric's own class, which every option gives back
public abstract class Curve<S extends Curve<S>> extends ThresholdMetric<S> {
    Curve() {}

    /// Hits among the answers 1; also called sensitivity.
    final Tensor recalls() {
        return Confusion.ratio(
                counts().truePositives(), counts().truePositives().add(counts().falseNegatives()));
    }

    /// Hits among the predictions 1.
    final Tensor precisions() {
        return Confusion.ratio(
                counts().truePositives(), counts().truePositives().add(counts().falsePositives()));
    }

    /// Answers 0 predicted among the answers 0.
    final Tensor specificities() {
        return Confusion.ratio(
                counts().trueNegatives(), counts().trueNegatives().add(counts().falsePositives()));
    }

    @Override
    public final Map<String, Tensor> variables() {
        var variables = new LinkedHashMap<String, Tensor>();
        variables.put("true_positives", counts().truePositives());
        variables.put("false_positives", counts().falsePositives());
        variables.put("true_negatives", counts().trueNegatives());
        variables.put("false_negatives", counts().falseNegatives());
        return variables;
    }
}
