package nacre.layers.core;

import nacre.layers.FluentLayer;
import nacre.layers.activation.ActivationFunction;
import nacre.tensor.Tensor;

/// Applies an activation function to its input. `(…) → (…)`
///
/// ```java
/// new Activation("relu").apply(Tensor.of(new float[] {-1, 2}))   // [0, 2]
/// ```
///
/// Source: [Keras, Activation](https://keras.io/api/layers/core_layers/activation/).
public final class Activation extends FluentLayer<Activation> {
    private final ActivationFunction activation;

    /// The function by name, such as `relu`.
    public Activation(String activation) {
        this(ActivationFunction.of(activation));
    }

    /// The function itself.
    public Activation(ActivationFunction activation) {
        this.activation = activation;
    }

    @Override
    protected Tensor call(Tensor x) {
        return activation.apply(x);
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
