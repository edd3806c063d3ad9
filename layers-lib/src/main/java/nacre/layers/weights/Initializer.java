package nacre.layers.weights;

import nacre.layers.config.Serializable;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// How the first values of a weight are drawn.
///
/// Source: [Keras, initializers](https://keras.io/api/layers/initializers/).
public interface Initializer extends Serializable {

    /// Values for a weight of this shape; `seed` is used unless the initializer has a seed of its
    /// own.
    Tensor values(Shape shape, long seed);

    /// An initializer by Keras's name (`glorot_uniform`), by its config, or itself.
    static Initializer of(Object identifier) {
        if ("constant".equals(identifier)) {
            throw new IllegalArgumentException(
                    "Which constant? Give the initializer itself: new Constant(0.5).");
        }
        return Serializable.make(Initializer.class, identifier);
    }

    @Override
    default String module() {
        return "keras.initializers";
    }
}
