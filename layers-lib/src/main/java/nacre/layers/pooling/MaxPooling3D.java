package nacre.layers.pooling;

import nacre.tensor.Sliding;
import nacre.tensor.Tensor;

/// Makes volumes smaller: of each window, only the largest number of each channel goes on.
///
/// `(batch, depth, height, width, channels) → (batch, smaller, smaller, smaller, channels)`
///
/// ```java
/// new MaxPooling3D(2).outputShape(Shape.batch(8, 8, 8, 3))   // (None, 4, 4, 4, 3)
/// ```
///
/// Source: [Keras, MaxPooling3D](https://keras.io/api/layers/pooling_layers/max_pooling3d/).
public final class MaxPooling3D extends Pooling<MaxPooling3D> {
    /// Windows of size 2 along each axis.
    public MaxPooling3D() {
        this(2);
    }

    /// Windows of this size; one number stands for all axes.
    public MaxPooling3D(int... poolSize) {
        super(3, poolSize);
    }

    @Override
    Tensor pool(Tensor x, int[] size, Sliding sliding) {
        return x.maxPool(size, sliding);
    }
}
