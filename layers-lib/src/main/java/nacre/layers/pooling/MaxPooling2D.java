package nacre.layers.pooling;

import nacre.tensor.Sliding;
import nacre.tensor.Tensor;

/// Makes images smaller: of each window, only the largest number of each channel goes on.
///
/// `(batch, height, width, channels) → (batch, smaller, smaller, channels)`
///
/// ```java
/// new MaxPooling2D(2).outputShape(Shape.batch(8, 8, 3))   // (None, 4, 4, 3)
/// ```
///
/// Source: [Keras, MaxPooling2D](https://keras.io/api/layers/pooling_layers/max_pooling2d/).
public final class MaxPooling2D extends Pooling<MaxPooling2D> {
    /// Windows of size 2 along each axis.
    public MaxPooling2D() {
        this(2);
    }

    /// Windows of this size; one number stands for all axes.
    public MaxPooling2D(int... poolSize) {
        super(2, poolSize);
    }

    @Override
    Tensor pool(Tensor x, int[] size, Sliding sliding) {
        return x.maxPool(size, sliding);
    }
}
