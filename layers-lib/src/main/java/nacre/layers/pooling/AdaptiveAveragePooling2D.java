package nacre.layers.pooling;

import nacre.tensor.Tensor;

/// Brings images of any size to a given size: of each window, only the mean of each channel goes
/// on.
///
/// `(batch, height, width, channels) → (batch, smaller, smaller, channels)`
///
/// ```java
/// new AdaptiveAveragePooling2D(2).outputShape(Shape.batch(8, 8, 3))   // (None, 2, 2, 3)
/// ```
///
/// Source: [Keras,
/// AdaptiveAveragePooling2D](https://keras.io/api/layers/pooling_layers/adaptive_average_pooling2d/).
public final class AdaptiveAveragePooling2D extends AdaptivePooling<AdaptiveAveragePooling2D> {
    /// A result of this size; one number stands for all axes.
    public AdaptiveAveragePooling2D(int... outputSize) {
        super(2, outputSize);
    }

    @Override
    Tensor pool(Tensor x, int... size) {
        return x.adaptiveAveragePool(size);
    }
}
