package nacre.layers.weights;

import nacre.layers.config.Config;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Ones on the diagonal of a matrix, zeros elsewhere: the layer starts by letting everything
/// through.
///
/// ```java
/// new IdentityInitializer().values(Shape.of(2, 2), 1).at(0, 1)   // [0, 1]
/// ```
///
/// Source: [Keras, Identity](https://keras.io/api/layers/initializers/).
///
/// @param gain the number on the diagonal; default 1
public record IdentityInitializer(double gain) implements Initializer {
    /// Ones on the diagonal.
    public IdentityInitializer() {
        this(1);
    }

    @Override
    public Tensor values(Shape shape, long seed) {
        if (shape.rank() != 2) {
            throw new IllegalArgumentException(
                    "The identity initializer is for matrices; a weight of shape "
                            + shape
                            + " has "
                            + shape.rank()
                            + " axes.");
        }
        return Tensor.range(shape.dim(0)).oneHot(shape.dim(1)).mul((float) gain);
    }

    /// Keras's name; here it is longer, as there is a layer of that name too.
    @Override
    public String className() {
        return "Identity";
    }

    /// Keras does not write the gain.
    @Override
    public Config getConfig() {
        return new Config(IdentityInitializer.class);
    }
}
