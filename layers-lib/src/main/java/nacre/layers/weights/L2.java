package nacre.layers.weights;

import nacre.tensor.Tensor;

/// The price `l2 · Σ x²`: many small weights are cheaper than few large ones.
///
/// ```java
/// new L2(0.5).apply(Tensor.of(new float[] {1, -2}))   // 2.5
/// ```
///
/// Source: [Keras, L2](https://keras.io/api/layers/regularizers/).
///
/// @param l2 how dear; default 0.01
public record L2(double l2) implements Regularizer {
    /// The default price, 0.01.
    public L2() {
        this(0.01);
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.square().sum().mul((float) l2);
    }
}
