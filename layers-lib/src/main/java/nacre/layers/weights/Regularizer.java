package nacre.layers.weights;

import java.util.function.UnaryOperator;
import nacre.layers.config.Serializable;
import nacre.tensor.Tensor;

/// A price of large numbers, added to the loss.
///
/// Source: [Keras, regularizers](https://keras.io/api/layers/regularizers/).
public interface Regularizer extends UnaryOperator<Tensor>, Serializable {

    /// The price: one number.
    @Override
    Tensor apply(Tensor x);

    /// A regularizer by Keras's name (`l2`), by its config, or itself.
    static Regularizer of(Object identifier) {
        return Serializable.make(Regularizer.class, identifier);
    }

    @Override
    default String module() {
        return "keras.regularizers";
    }
}
