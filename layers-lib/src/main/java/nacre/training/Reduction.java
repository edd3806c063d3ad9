package nacre.training;

import java.util.Locale;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How the losses of single samples become one number.
public enum Reduction {
    /// The mean over all values; weights do not count in the divisor. The default.
    SUM_OVER_BATCH_SIZE,
    /// The sum.
    SUM,
    /// The mean.
    MEAN,
    /// The mean, each value counting as much as its weight.
    MEAN_WITH_SAMPLE_WEIGHT,
    /// No reduction: the values as they are.
    NONE;

    /// The reduction by Keras's name.
    public static Reduction of(String name) {
        for (Reduction reduction : values()) {
            if (reduction.name().equals(name.toUpperCase(Locale.ROOT))) {
                return reduction;
            }
        }
        throw new IllegalArgumentException(
                "`reduction` must be \"sum_over_batch_size\", \"sum\", \"mean\", \"mean_with_sample_weight\" or"
                        + " \"none\"; got \""
                        + name
                        + "\".");
    }

    Tensor apply(Tensor values, @Nullable Tensor weights) {
        Tensor fitting = weights == null ? null : stretched(weights, values);
        Tensor weighted = fitting == null ? values : values.mul(fitting);
        return switch (this) {
            case NONE -> weighted;
            case SUM -> weighted.sum();
            case SUM_OVER_BATCH_SIZE, MEAN -> weighted.sum().div(Math.max(1, weighted.size()));
            case MEAN_WITH_SAMPLE_WEIGHT -> {
                Tensor total =
                        fitting == null
                                ? Tensor.of(values.size())
                                : fitting.broadcastTo(values.shape()).sum();
                yield weighted.sum().div(total.add(1e-7f));
            }
        };
    }

    /// Weights that leave masked steps out and give the others as much more, so that the mean stays
    /// one over valid steps.
    static Tensor masked(
            Tensor values, Tensor mask, @Nullable Tensor weights, Reduction reduction) {
        Tensor valid = stretched(mask, values).broadcastTo(values.shape());
        if (reduction == SUM_OVER_BATCH_SIZE || reduction == MEAN) {
            valid = valid.mul(valid.size() / Math.max(valid.sum().item(), 1e-7f));
        }
        return weights == null ? valid : stretched(weights, values).mul(valid);
    }

    /// Weights of fewer axes stand for everything behind them; a last axis of 1 too much goes away.
    private static Tensor stretched(Tensor weights, Tensor values) {
        Tensor result = weights;
        if (result.rank() == values.rank() + 1 && result.dim(-1) == 1) {
            result = result.squeeze(-1);
        }
        while (result.rank() < values.rank()) {
            result = result.expandDims(-1);
        }
        return result;
    }
}
