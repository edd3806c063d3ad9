package nacre.layers.activation;

import static nacre.layers.Arguments.notNegative;

import nacre.layers.FluentLayer;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Rectified linear unit: `max(x, 0)`, negative numbers become 0.
///
/// `f(x) = maxValue` where `x ≥ maxValue`, `x` where `threshold ≤ x < maxValue`, else
/// `negativeSlope · (x - threshold)`. `(…) → (…)`
///
/// ```java
/// new ReLU().apply(Tensor.of(new float[] {-3, 0.5f, 2}))               // [0, 0.5, 2]
/// new ReLU().maxValue(1).apply(Tensor.of(new float[] {-3, 0.5f, 2}))   // [0, 0.5, 1]
/// ```
///
/// Source: [Keras, ReLU](https://keras.io/api/layers/activation_layers/relu/).
public final class ReLU extends FluentLayer<ReLU> {
    private @Nullable Double maxValue;
    private double negativeSlope;
    private double threshold;

    /// The largest output; default none.
    public ReLU maxValue(double value) {
        return set("maxValue", () -> maxValue = notNegative("maxValue", value));
    }

    /// The slope below the threshold; default 0.
    public ReLU negativeSlope(double slope) {
        return set("negativeSlope", () -> negativeSlope = notNegative("negativeSlope", slope));
    }

    /// From where on numbers go through; default 0.
    public ReLU threshold(double value) {
        return set("threshold", () -> threshold = notNegative("threshold", value));
    }

    @Override
    protected Tensor call(Tensor x) {
        return Kinks.relu(
                x,
                (float) negativeSlope,
                maxValue == null ? null : maxValue.floatValue(),
                (float) threshold);
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
