package nacre.layers.pooling;

import nacre.tensor.Tensor;

/// Keeps of a sequence only the largest number of each channel.
///
/// `(batch, steps, channels) → (batch, channels)`
///
/// ```java
/// new GlobalMaxPooling1D().outputShape(Shape.batch(8, 3))   // (None, 3)
/// ```
///
/// Source: [Keras,
/// GlobalMaxPooling1D](https://keras.io/api/layers/pooling_layers/global_max_pooling1d/).
public final class GlobalMaxPooling1D extends GlobalPooling<GlobalMaxPooling1D> {
    /// The largest number over all steps.
    public GlobalMaxPooling1D() {
        super(1);
    }

    @Override
    protected Tensor call(Tensor x) {
        return keepdims() ? x.maxKeep(pooled()) : x.max(pooled());
    }
}
