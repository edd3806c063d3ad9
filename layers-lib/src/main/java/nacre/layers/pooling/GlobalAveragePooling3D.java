package nacre.layers.pooling;

import nacre.tensor.Tensor;

/// Keeps of a volume only the mean of each channel.
///
/// `(batch, depth, height, width, channels) → (batch, channels)`
///
/// ```java
/// new GlobalAveragePooling3D().outputShape(Shape.batch(8, 8, 8, 3))   // (None, 3)
/// ```
///
/// Source: [Keras,
/// GlobalAveragePooling3D](https://keras.io/api/layers/pooling_layers/global_average_pooling3d/).
public final class GlobalAveragePooling3D extends GlobalPooling<GlobalAveragePooling3D> {
    /// The mean over all places.
    public GlobalAveragePooling3D() {
        super(3);
    }

    @Override
    protected Tensor call(Tensor x) {
        return keepdims() ? x.meanKeep(pooled()) : x.mean(pooled());
    }
}
