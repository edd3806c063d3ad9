package nacre.layers.weights;

import nacre.tensor.Tensor;

/// The price `l1 · Σ |x|`: small weights become exactly 0.
///
/// ```java
/// new L1(0.5).apply(Tensor.of(new float[] {1, -2}))   // 1.5
/// ```
///
/// Source: [Keras, L1](https://keras.io/api/layers/regularizers/).
///
/// @param l1 how dear; default 0.01
public record L1(double l1) implements Regularizer {
    /// The default price, 0.01.
    public L1() {
        this(0.01);
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.abs().sum().mul((float) l1);
    }
}
