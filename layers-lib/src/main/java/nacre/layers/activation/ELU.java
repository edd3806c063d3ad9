package nacre.layers.activation;

import nacre.layers.FluentLayer;
import nacre.tensor.Tensor;

/// Exponential linear unit: like ReLU, but smooth, and below 0 it bends down to `-alpha`.
///
/// `f(x) = x` where `x > 0`, else `alpha · (e^x - 1)`. `(…) → (…)`
///
/// ```java
/// new ELU().apply(Tensor.of(new float[] {-100, 2}))   // [-1, 2]
/// ```
///
/// Source: Clevert and others, Fast and accurate deep network learning by exponential linear units
/// (2015); [Keras, ELU](https://keras.io/api/layers/activation_layers/elu/).
public final class ELU extends FluentLayer<ELU> {
    private double alpha = 1;

    /// With alpha 1.
    public ELU() {}

    /// With this alpha.
    public ELU(double alpha) {
        this.alpha = alpha;
    }

    /// How far it bends down; default 1.
    public ELU alpha(double newAlpha) {
        return set("alpha", () -> alpha = newAlpha);
    }

    @Override
    protected Tensor call(Tensor x) {
        return Curves.elu(x, (float) alpha);
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
