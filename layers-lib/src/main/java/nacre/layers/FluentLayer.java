package nacre.layers;

import nacre.layers.weights.Regularizer;
import org.jspecify.annotations.Nullable;

/// A layer whose options are set one after the other: `new
/// Dense(4).activation("relu").name("hidden")`.
///
/// @param <S> the layer's own class, which every option gives back
public abstract class FluentLayer<S extends FluentLayer<S>> extends Layer {

    @SuppressWarnings("unchecked") // S is the layer's own class
    private S self() {
        return (S) this;
    }

    /// Sets an option; not any more once the weights are made, as they would not fit.
    protected final S set(String option, Runnable change) {
        if (built()) {
            throw new IllegalStateException(
                    getClass().getSimpleName()
                            + " \""
                            + name()
                            + "\" has been used already, so `"
                            + option
                            + "` can no longer be changed. Set it when you make the layer: new "
                            + getClass().getSimpleName()
                            + "(…)."
                            + option
                            + "(…).");
        }
        change.run();
        return self();
    }

    @Override
    public S name(String newName) {
        super.name(newName);
        return self();
    }

    @Override
    public S dtype(String policy) {
        super.dtype(policy);
        return self();
    }

    @Override
    public S trainable(boolean on) {
        super.trainable(on);
        return self();
    }

    @Override
    public S activityRegularizer(@Nullable Regularizer regularizer) {
        super.activityRegularizer(regularizer);
        return self();
    }

    /// Adds a price of the outputs to the loss, by name: `l1`, `l2`, `l1_l2`.
    public S activityRegularizer(String regularizer) {
        return activityRegularizer(Regularizer.of(regularizer));
    }
}
