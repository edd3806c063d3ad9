package nacre.training.metrics;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.FluentMetric;
import nacre.training.Ranks;
import org.jspecify.annotations.Nullable;

/// A metric of yes-or-no predictions that are cut at thresholds.
///
/// @param <S> the metric's own class, which every option gives back
public abstract class ThresholdMetric<S extends ThresholdMetric<S>> extends FluentMetric<S> {
    private transient @Nullable Confusion confusion;

    ThresholdMetric() {}

    /// The thresholds.
    abstract double[] thresholds();

    /// Whether thresholds are known to lie at equal distances from 0 to 1.
    boolean even() {
        return Thresholds.areEven(thresholds());
    }

    /// How many labels are counted apart in predictions like these.
    int labels(Tensor yPred) {
        return 1;
    }

    /// The predictions to count, such as those of one class.
    Tensor seen(Tensor yPred) {
        return yPred;
    }

    /// The answers that belong to [#seen].
    Tensor answers(Tensor yTrue) {
        return yTrue;
    }

    /// Weights of predictions with some more counted in.
    @Nullable Tensor weights(@Nullable Tensor weights) {
        return weights;
    }

    @Override
    public final void update(Tensor yTrue, Tensor yPred, @Nullable Tensor sampleWeight) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        if (!pair.get(0).shape().equals(pair.get(1).shape())) {
            throw new IllegalArgumentException(
                    name()
                            + " needs a target 0 or 1 for each prediction; got targets "
                            + yTrue.shape()
                            + " and predictions "
                            + yPred.shape()
                            + ".");
        }
        Tensor seen = seen(pair.get(1));
        Tensor fitting = sampleWeight == null ? null : Ranks.stretched(sampleWeight, seen);
        if (confusion == null) {
            confusion = new Confusion(thresholds(), even(), labels(pair.get(1)));
        }
        confusion.add(answers(pair.get(0)), seen, weights(fitting));
    }

    /// The counts; zeros before the first batch.
    final Confusion counts() {
        return confusion == null ? new Confusion(thresholds(), false, 1) : confusion;
    }

    @Override
    public final void reset() {
        if (confusion != null) {
            confusion.reset();
        }
    }

    /// One value instead of a list of one.
    static Tensor single(Tensor values) {
        return values.rank() == 1 && values.dim(0) == 1 ? values.at(0, 0) : values;
    }

    /// One class of predictions for several, axis kept.
    final Tensor column(Tensor values, @Nullable Integer classId) {
        if (classId == null) {
            return values;
        }
        if (values.rank() < 2 || classId >= values.dim(-1)) {
            throw new IllegalArgumentException(
                    "`classId` is "
                            + classId
                            + ", but there are predictions of shape "
                            + values.shape()
                            + "; the last axis must have a place for each class.");
        }
        return values.slice(-1, classId, classId + 1);
    }
}
