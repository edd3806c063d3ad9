package nacre.layers.regularization;

import static nacre.layers.Arguments.notNegative;

import nacre.layers.FluentLayer;
import nacre.layers.weights.L1L2;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Changes nothing, but adds a price of what goes through to the loss: `(l1 · Σ |x| + l2 · Σ x²) /
/// batch`.
///
/// `(…) → (…)`
///
/// ```java
/// new ActivityRegularization().l1(0.1).apply(Tensor.of(new float[] {1, 2}))   // [1, 2]
/// ```
///
/// Source: [Keras,
/// ActivityRegularization](https://keras.io/api/layers/regularization_layers/activity_regularization/).
public final class ActivityRegularization extends FluentLayer<ActivityRegularization> {
    private double l1;
    private double l2;

    /// The price of absolute values; default 0.
    public ActivityRegularization l1(double price) {
        return set("l1", () -> l1 = notNegative("l1", price));
    }

    /// The price of squares; default 0.
    public ActivityRegularization l2(double price) {
        return set("l2", () -> l2 = notNegative("l2", price));
    }

    @Override
    protected @Nullable Regularizer outputPrice() {
        return new L1L2(l1, l2);
    }

    @Override
    protected Tensor call(Tensor x) {
        return x;
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
