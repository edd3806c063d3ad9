package nacre.training.metrics;

import nacre.layers.Arguments;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The options that [Precision] and [Recall] share.
///
/// @param <S> the metric's own class, which every option gives back
public abstract class Hits<S extends Hits<S>> extends ThresholdMetric<S> {
    private static final float HOPELESS = -1e10f;

    private @Nullable Thresholds thresholds;
    private @Nullable Integer topK;
    private @Nullable Integer classId;

    Hits() {}

    /// From where on a prediction means 1; default 0.5. Of several, each has a value of its own.
    @SuppressWarnings("unchecked") // S is the metric's own class
    public S thresholds(double... values) {
        thresholds = Thresholds.of(values);
        return (S) this;
    }

    /// Counts the `k` largest predictions of a row as 1; default none: thresholds decide.
    @SuppressWarnings("unchecked") // S is the metric's own class
    public S topK(int k) {
        topK = Arguments.positive("topK", k);
        return (S) this;
    }

    /// Looks at one class only; default at all.
    @SuppressWarnings("unchecked") // S is the metric's own class
    public S classId(int number) {
        classId = (int) Arguments.notNegative("classId", number);
        return (S) this;
    }

    @Override
    double[] thresholds() {
        if (thresholds != null) {
            return thresholds.toArray();
        }
        return new double[] {topK == null ? 0.5 : HOPELESS};
    }

    @Override
    Tensor seen(Tensor yPred) {
        return column(topK == null ? yPred : Top.only(yPred, topK, HOPELESS), classId);
    }

    @Override
    Tensor answers(Tensor yTrue) {
        return column(yTrue, classId);
    }
}
