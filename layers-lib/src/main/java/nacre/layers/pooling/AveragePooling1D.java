package nacre.layers.pooling;

import nacre.tensor.Sliding;
import nacre.tensor.Tensor;

/// Makes sequences smaller: of each window, only the mean of each channel goes on.
///
/// `(batch, steps, channels) → (batch, smaller, channels)`
///
/// ```java
/// new AveragePooling1D(2).outputShape(Shape.batch(8, 3))   // (None, 4, 3)
/// ```
///
/// Source: [Keras,
/// AveragePooling1D](https://keras.io/api/layers/pooling_layers/average_pooling1d/).
public final class AveragePooling1D extends Pooling<AveragePooling1D> {
    /// Windows of this size.
    public AveragePooling1D(int... poolSize) {
        super(1, poolSize);
    }

    @Override
    Tensor pool(Tensor x, int[] size, Sliding sliding) {
        return x.averagePool(size, sliding);
    }
}
