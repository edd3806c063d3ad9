package nacre.layers.pooling;

import nacre.tensor.Tensor;

/// Brings images of any size to a given size: of each window, only the largest number of each
/// channel goes on.
///
/// `(batch, height, width, channels) → (batch, smaller, smaller, channels)`
///
/// ```java
/// new AdaptiveMaxPooling2D(2).outputShape(Shape.batch(8, 8, 3))   // (None, 2, 2, 3)
/// ```
///
/// Source: [Keras,
/// AdaptiveMaxPooling2D](https://keras.io/api/layers/pooling_layers/adaptive_max_pooling2d/).
public final class AdaptiveMaxPooling2D extends AdaptivePooling<AdaptiveMaxPooling2D> {
    /// A result of this size; one number stands for all axes.
    public AdaptiveMaxPooling2D(int... outputSize) {
        super(2, outputSize);
    }

    @Override
    Tensor pool(Tensor x, int... size) {
        return x.adaptiveMaxPool(size);
    }
}
