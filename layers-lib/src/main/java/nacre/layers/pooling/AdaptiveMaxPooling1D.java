package nacre.layers.pooling;

import nacre.tensor.Tensor;

/// Brings sequences of any size to a given size: of each window, only the largest number of each
/// channel goes on.
///
/// `(batch, steps, channels) → (batch, smaller, channels)`
///
/// ```java
/// new AdaptiveMaxPooling1D(2).outputShape(Shape.batch(8, 3))   // (None, 2, 3)
/// ```
///
/// Source: [Keras,
/// AdaptiveMaxPooling1D](https://keras.io/api/layers/pooling_layers/adaptive_max_pooling1d/).
public final class AdaptiveMaxPooling1D extends AdaptivePooling<AdaptiveMaxPooling1D> {
    /// A result of this size.
    public AdaptiveMaxPooling1D(int... outputSize) {
        super(1, outputSize);
    }

    @Override
    Tensor pool(Tensor x, int... size) {
        return x.adaptiveMaxPool(size);
    }
}
