package nacre.layers.pooling;

import nacre.tensor.Tensor;

/// Keeps of a volume only the largest number of each channel.
///
/// `(batch, depth, height, width, channels) → (batch, channels)`
///
/// ```java
/// new GlobalMaxPooling3D().outputShape(Shape.batch(8, 8, 8, 3))   // (None, 3)
/// ```
///
/// Source: [Keras,
/// GlobalMaxPooling3D](https://keras.io/api/layers/pooling_layers/global_max_pooling3d/).
public final class GlobalMaxPooling3D extends GlobalPooling<GlobalMaxPooling3D> {
    /// The largest number over all places.
    public GlobalMaxPooling3D() {
        super(3);
    }

    @Override
    protected Tensor call(Tensor x) {
        return keepdims() ? x.maxKeep(pooled()) : x.max(pooled());
    }
}
