package nacre.training;

import nacre.layers.config.Names;
import nacre.layers.config.Serializable;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How wrong predictions are, as one number that training makes small.
///
/// A loss gives a value for each sample, [#call]; these are weighted and brought together by a
/// [Reduction]. A loss of your own overrides only that:
///
/// ```java
/// class Distance extends Loss {
///     protected Tensor call(Tensor yTrue, Tensor yPred) { return yPred.sub(yTrue).abs().sum(-1); }
/// }
/// new Distance().apply(Tensor.of(new float[][] {{0, 0}}), Tensor.of(new float[][] {{3, 4}}))   // 7
/// ```
///
/// Source: [Keras, Loss](https://keras.io/api/losses/).
public abstract class Loss implements Serializable {
    private String name;
    private Reduction reduction = Reduction.SUM_OVER_BATCH_SIZE;

    /// A loss whose name is its class's in snake case.
    protected Loss() {
        this.name = Names.snake(getClass().getSimpleName());
    }

    /// A loss with another default name.
    protected Loss(String name) {
        this.name = name;
    }

    /// A value for each sample: `(batch, …, d) → (batch, …)`; a mask on it says which of them
    /// count.
    protected abstract Tensor call(Tensor yTrue, Tensor yPred);

    /// The loss of predictions.
    public final Tensor apply(Tensor yTrue, Tensor yPred) {
        return apply(yTrue, yPred, null);
    }

    /// The loss of predictions whose samples count differently.
    public final Tensor apply(Tensor yTrue, Tensor yPred, @Nullable Tensor sampleWeight) {
        Tensor values = call(yTrue, yPred.withMask(null));
        Tensor mask = both(yPred.mask(), values.mask());
        return reduction.apply(values.withMask(null), sampleWeight, mask);
    }

    private static @Nullable Tensor both(@Nullable Tensor a, @Nullable Tensor b) {
        return a == null ? b : b == null ? a : a.mul(b);
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
        return Serializable.make(Loss.class, identifier);
    }

    @Override
    public String module() {
        return "keras.losses";
    }

    @Override
    public String toString() {
        return "%s \"%s\"".formatted(getClass().getSimpleName(), name());
    }
}
