package nacre.layers.pooling;

import nacre.tensor.Tensor;

/// Brings sequences of any size to a given size: of each window, only the mean of each channel goes
/// on.
///
/// `(batch, steps, channels) → (batch, smaller, channels)`
///
/// ```java
/// new AdaptiveAveragePooling1D(2).outputShape(Shape.batch(8, 3))   // (None, 2, 3)
/// ```
///
/// Source: [Keras,
/// AdaptiveAveragePooling1D](https://keras.io/api/layers/pooling_layers/adaptive_average_pooling1d/).
public final class AdaptiveAveragePooling1D extends AdaptivePooling<AdaptiveAveragePooling1D> {
    /// A result of this size.
    public AdaptiveAveragePooling1D(int... outputSize) {
        super(1, outputSize);
    }

    @Override
    Tensor pool(Tensor x, int... size) {
        return x.adaptiveAveragePool(size);
    }
}
