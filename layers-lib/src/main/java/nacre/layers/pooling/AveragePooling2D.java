package nacre.layers.pooling;

import nacre.tensor.Sliding;
import nacre.tensor.Tensor;

/// Makes images smaller: of each window, only the mean of each channel goes on.
///
/// `(batch, height, width, channels) → (batch, smaller, smaller, channels)`
///
/// ```java
/// new AveragePooling2D(2).outputShape(Shape.batch(8, 8, 3))   // (None, 4, 4, 3)
/// ```
///
/// Source: [Keras,
/// AveragePooling2D](https://keras.io/api/layers/pooling_layers/average_pooling2d/).
public final class AveragePooling2D extends Pooling<AveragePooling2D> {
    /// Windows of this size; one number stands for all axes.
    public AveragePooling2D(int... poolSize) {
        super(2, poolSize);
    }

    @Override
    Tensor pool(Tensor x, int[] size, Sliding sliding) {
        return x.averagePool(size, sliding);
    }
}
