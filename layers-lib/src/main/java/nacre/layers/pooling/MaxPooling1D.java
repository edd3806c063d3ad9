package nacre.layers.pooling;

import nacre.tensor.Sliding;
import nacre.tensor.Tensor;

/// Makes sequences smaller: of each window, only the largest number of each channel goes on.
///
/// `(batch, steps, channels) → (batch, smaller, channels)`
///
/// ```java
/// new MaxPooling1D(2).outputShape(Shape.batch(8, 3))   // (None, 4, 3)
/// ```
///
/// Source: [Keras, MaxPooling1D](https://keras.io/api/layers/pooling_layers/max_pooling1d/).
public final class MaxPooling1D extends Pooling<MaxPooling1D> {
    /// Windows of size 2 along each axis.
    public MaxPooling1D() {
        this(2);
    }

    /// Windows of this size.
    public MaxPooling1D(int... poolSize) {
        super(1, poolSize);
    }

    @Override
    Tensor pool(Tensor x, int[] size, Sliding sliding) {
        return x.maxPool(size, sliding);
    }
}
