package nacre.layers.activation;

import nacre.layers.FluentLayer;
import nacre.tensor.Tensor;

/// A ReLU that lets a little of negative numbers through, so that no neuron goes silent for good.
///
/// `f(x) = x` where `x ≥ 0`, else `negativeSlope · x`. `(…) → (…)`
///
/// ```java
/// new LeakyReLU(0.5).apply(Tensor.of(new float[] {-2, 2}))   // [-1, 2]
/// ```
///
/// Source: [Keras, LeakyReLU](https://keras.io/api/layers/activation_layers/leaky_relu/).
public final class LeakyReLU extends FluentLayer<LeakyReLU> {
    private double negativeSlope = 0.3;

    /// With slope 0.3.
    public LeakyReLU() {}

    /// With this slope for negative numbers.
    public LeakyReLU(double negativeSlope) {
        this.negativeSlope = negativeSlope;
    }

    /// The slope for negative numbers; default 0.3.
    public LeakyReLU negativeSlope(double slope) {
        return set("negativeSlope", () -> negativeSlope = slope);
    }

    @Override
    protected Tensor call(Tensor x) {
        return Kinks.leakyRelu(x, (float) negativeSlope);
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
