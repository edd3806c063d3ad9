package nacre.training;

import nacre.layers.config.NameChoices;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How the losses of single samples become one number.
public enum Reduction {
    /// The mean over all values; weights do not count in the divisor. The default.
    SUM_OVER_BATCH_SIZE,
    /// The sum.
    SUM,
    /// The mean over all values; weights do not count in the divisor.
    MEAN,
    /// The mean, each value counting as much as its weight.
    MEAN_WITH_SAMPLE_WEIGHT,
    /// No reduction: the values as they are.
    NONE;

    private static final float EPSILON = 1e-7f;

    /// The reduction by Keras's name.
    public static Reduction of(String name) {
        return NameChoices.choose("reduction", name, values());
    }

    /// The values weighted, without those that the mask leaves out, and brought together.
    Tensor apply(Tensor values, @Nullable Tensor sampleWeight, @Nullable Tensor mask) {
        Tensor weights = weights(sampleWeight, mask);
        if (weights == null) {
            return reduce(values, null);
        }
        Tensor fitting = Ranks.stretched(weights, values);
        return reduce(values.mul(fitting), fitting);
    }

    /// A mask as weights. For a mean the valid steps weigh as much more as is masked, so that it
    /// stays one over them.
    private @Nullable Tensor weights(@Nullable Tensor sampleWeight, @Nullable Tensor mask) {
        if (mask == null) {
            return sampleWeight;
        }
        boolean mean = this == SUM_OVER_BATCH_SIZE || this == MEAN;
        Tensor valid = mean ? mask.mul(mask.size() / Math.max(mask.sum().item(), EPSILON)) : mask;
        return sampleWeight == null ? valid : Ranks.stretched(sampleWeight, valid).mul(valid);
    }

    private Tensor reduce(Tensor values, @Nullable Tensor weights) {
        if (this == NONE || values.rank() == 0) {
            return values;
        }
        Tensor sum = values.sum();
        return switch (this) {
            case NONE, SUM -> sum;
            case SUM_OVER_BATCH_SIZE, MEAN -> sum.mul(1f / Math.max(1, values.size()));
            case MEAN_WITH_SAMPLE_WEIGHT -> {
                float total = weights == null ? values.size() : weights.sum().item();
                yield total == 0 ? sum.mul(0) : sum.div(total);
            }
        };
    }
}
