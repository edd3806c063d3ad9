package nacre.layers.pooling;

import nacre.tensor.Sliding;
import nacre.tensor.Tensor;

/// Makes volumes smaller: of each window, only the mean of each channel goes on.
///
/// `(batch, depth, height, width, channels) → (batch, smaller, smaller, smaller, channels)`
///
/// ```java
/// new AveragePooling3D(2).outputShape(Shape.batch(8, 8, 8, 3))   // (None, 4, 4, 4, 3)
/// ```
///
/// Source: [Keras,
/// AveragePooling3D](https://keras.io/api/layers/pooling_layers/average_pooling3d/).
public final class AveragePooling3D extends Pooling<AveragePooling3D> {
    /// Windows of this size; one number stands for all axes.
    public AveragePooling3D(int... poolSize) {
        super(3, poolSize);
    }

    @Override
    Tensor pool(Tensor x, int[] size, Sliding sliding) {
        return x.averagePool(size, sliding);
    }
}
