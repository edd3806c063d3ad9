package nacre.training.metrics;

import nacre.layers.Arguments;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The best value of one ratio among all thresholds at which another is large enough.
///
/// @param <S> the metric's own class, which every option gives back
public abstract class BestUnder<S extends BestUnder<S>> extends Curve<S> {
    private int numThresholds = 200;
    private @Nullable Integer classId;

    BestUnder() {}

    /// What must be large enough, for each threshold.
    abstract Tensor constrained();

    /// How large.
    abstract double least();

    /// What is to be as large as possible, for each threshold.
    abstract Tensor dependent();

    /// How many thresholds are tried; default 200.
    @SuppressWarnings("unchecked") // S is the metric's own class
    public S numThresholds(int count) {
        numThresholds = Arguments.positive("numThresholds", count);
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
        return numThresholds == 1 ? new double[] {0.5} : Thresholds.even(numThresholds);
    }

    @Override
    boolean even() {
        return numThresholds > 1;
    }

    @Override
    Tensor seen(Tensor yPred) {
        return column(yPred, classId);
    }

    @Override
    Tensor answers(Tensor yTrue) {
        return column(yTrue, classId);
    }

    @Override
    public final Tensor result() {
        return dependent().mul(constrained().greaterEqual((float) least())).max();
    }
}
