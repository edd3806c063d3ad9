package nacre.layers.weights;

import nacre.tensor.Tensor;

/// The price `l1 · Σ |x| + l2 · Σ x²`.
///
/// ```java
/// new L1L2(0.5, 1).apply(Tensor.of(new float[] {1, -2}))   // 6.5
/// ```
///
/// Source: [Keras, L1L2](https://keras.io/api/layers/regularizers/).
///
/// @param l1 how dear absolute values are; default 0
/// @param l2 how dear squares are; default 0
public record L1L2(double l1, double l2) implements Regularizer {
    /// No price yet: see `l1` and `l2`.
    public L1L2() {
        this(0, 0);
    }

    @Override
    public Tensor apply(Tensor x) {
        Tensor price = Tensor.of(0);
        if (l1 != 0) {
            price = price.add(new L1(l1).apply(x));
        }
        if (l2 != 0) {
            price = price.add(new L2(l2).apply(x));
        }
        return price;
    }
}
