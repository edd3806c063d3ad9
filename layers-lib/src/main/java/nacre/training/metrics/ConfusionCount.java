package nacre.training.metrics;

import java.util.Map;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How often one of the four things happened that can happen to a yes-or-no prediction.
///
/// @param <S> the metric's own class, which every option gives back
public abstract class ConfusionCount<S extends ConfusionCount<S>> extends ThresholdMetric<S> {
    private @Nullable Thresholds thresholds;

    ConfusionCount() {}

    abstract Tensor count(Confusion counts);

    /// From where on a prediction means 1; default 0.5. Of several, each has a count of its own.
    @SuppressWarnings("unchecked") // S is the metric's own class
    public S thresholds(double... values) {
        thresholds = Thresholds.of(values);
        return (S) this;
    }

    @Override
    double[] thresholds() {
        return thresholds == null ? new double[] {0.5} : thresholds.toArray();
    }

    @Override
    public Tensor result() {
        return single(count(counts()));
    }

    @Override
    public Map<String, Tensor> variables() {
        return Map.of("accumulator", count(counts()));
    }
}
