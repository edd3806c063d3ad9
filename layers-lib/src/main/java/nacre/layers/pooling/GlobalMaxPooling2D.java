package nacre.layers.pooling;

import nacre.tensor.Tensor;

/// Keeps of an image only the largest number of each channel.
///
/// `(batch, height, width, channels) → (batch, channels)`
///
/// ```java
/// new GlobalMaxPooling2D().outputShape(Shape.batch(8, 8, 3))   // (None, 3)
/// ```
///
/// Source: [Keras,
/// GlobalMaxPooling2D](https://keras.io/api/layers/pooling_layers/global_max_pooling2d/).
public final class GlobalMaxPooling2D extends GlobalPooling<GlobalMaxPooling2D> {
    /// The largest number over all places.
    public GlobalMaxPooling2D() {
        super(2);
    }

    @Override
    protected Tensor call(Tensor x) {
        return keepdims() ? x.maxKeep(pooled()) : x.max(pooled());
    }
}
