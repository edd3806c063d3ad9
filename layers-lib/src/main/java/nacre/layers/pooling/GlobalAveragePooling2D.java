package nacre.layers.pooling;

import nacre.tensor.Tensor;

/// Keeps of an image only the mean of each channel.
///
/// `(batch, height, width, channels) → (batch, channels)`
///
/// ```java
/// new GlobalAveragePooling2D().outputShape(Shape.batch(8, 8, 3))   // (None, 3)
/// ```
///
/// Source: [Keras,
/// GlobalAveragePooling2D](https://keras.io/api/layers/pooling_layers/global_average_pooling2d/).
public final class GlobalAveragePooling2D extends GlobalPooling<GlobalAveragePooling2D> {
    /// The mean over all places.
    public GlobalAveragePooling2D() {
        super(2);
    }

    @Override
    protected Tensor call(Tensor x) {
        return keepdims() ? x.meanKeep(pooled()) : x.mean(pooled());
    }
}
