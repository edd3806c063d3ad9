package nacre.layers.pooling;

import nacre.tensor.Tensor;

/// Brings volumes of any size to a given size: of each window, only the mean of each channel goes
/// on.
///
/// `(batch, depth, height, width, channels) → (batch, smaller, smaller, smaller, channels)`
///
/// ```java
/// new AdaptiveAveragePooling3D(2).outputShape(Shape.batch(8, 8, 8, 3))   // (None, 2, 2, 2, 3)
/// ```
///
/// Source: [Keras,
/// AdaptiveAveragePooling3D](https://keras.io/api/layers/pooling_layers/adaptive_average_pooling3d/).
public final class AdaptiveAveragePooling3D extends AdaptivePooling<AdaptiveAveragePooling3D> {
    /// A result of this size; one number stands for all axes.
    public AdaptiveAveragePooling3D(int... outputSize) {
        super(3, outputSize);
    }

    @Override
    Tensor pool(Tensor x, int... size) {
        return x.adaptiveAveragePool(size);
    }
}
