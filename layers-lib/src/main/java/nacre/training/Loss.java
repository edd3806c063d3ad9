package nacre.training;

import nacre.layers.config.Names;
import nacre.layers.config.Serializable;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How wrong predictions are, as one number that training makes small.
///
/// A loss gives a value for each sample, [#call]; these are weighted and brought together by a
/// [Reduction].
public abstract class Loss implements Serializable {
    private String name = Names.snake(getClass().getSimpleName());
    private Reduction reduction = Reduction.SUM_OVER_BATCH_SIZE;

    /// A value for each sample: `(batch, …, d) → (batch, …)`.
    protected abstract Tensor call(Tensor yTrue, Tensor yPred);

    /// The loss of predictions.
    public final Tensor apply(Tensor yTrue, Tensor yPred) {
        return apply(yTrue, yPred, null);
    }

    /// The loss of predictions whose samples count differently.
    public final Tensor apply(Tensor yTrue, Tensor yPred, @Nullable Tensor sampleWeight) {
        Tensor mask = yPred.mask();
        Tensor values = call(yTrue, yPred.withMask(null));
        Tensor weights = sampleWeight;
        if (mask != null) {
            weights = Reduction.masked(values, mask, sampleWeight, reduction);
        }
        return reduction.apply(values, weights);
    }

    /// The name in logs and configs.
    public final String name() {
        return name;
    }

    /// Another name.
    public Loss name(String newName) {
        name = newName;
        return this;
    }

    /// How the values of the samples become one number; default `sum_over_batch_size`.
    public Loss reduction(String newReduction) {
        reduction = Reduction.of(newReduction);
        return this;
    }

    /// A loss by Keras's name, by its config, or itself.
    public static Loss of(Object identifier) {
        return Serializable.make(Loss.class, Abbreviations.full(identifier));
    }

    @Override
    public String module() {
        return "keras.losses";
    }
}
