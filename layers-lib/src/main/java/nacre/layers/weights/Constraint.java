package nacre.layers.weights;

import java.util.function.UnaryOperator;
import nacre.layers.config.Serializable;
import nacre.tensor.Tensor;

/// A limit that a weight is brought back to after every step of training.
///
/// Source: [Keras, constraints](https://keras.io/api/layers/constraints/).
public interface Constraint extends UnaryOperator<Tensor>, Serializable {

    /// The nearest value within the limit.
    @Override
    Tensor apply(Tensor weight);

    /// A constraint by Keras's name (`non_neg`), by its config, or itself.
    static Constraint of(Object identifier) {
        return Serializable.make(Constraint.class, identifier);
    }

    @Override
    default String module() {
        return "keras.constraints";
    }
}
