package nacre.layers.activation;

import java.util.Locale;
import java.util.function.UnaryOperator;
import nacre.layers.config.Serializable;
import nacre.tensor.Tensor;

/// The activation functions that have a name.
///
/// ```java
/// Activations.RELU.apply(Tensor.of(new float[] {-1, 2}))   // [0, 2]
/// ```
///
/// Source: [Keras, layer activations](https://keras.io/api/layers/activations/).
public enum Activations implements ActivationFunction, Serializable {
    /// `x`.
    LINEAR(x -> x),
    /// `max(x, 0)`.
    RELU(Tensor::relu),
    /// `1 / (1 + e^-x)`.
    SIGMOID(Tensor::sigmoid),
    /// An S between -1 and 1.
    TANH(Tensor::tanh),
    /// `e^x` over its sum along the last axis: shares that sum to 1.
    SOFTMAX(x -> x.softmax(-1)),
    /// The logarithm of softmax.
    LOG_SOFTMAX(x -> x.logSoftmax(-1)),
    /// `ln(1 + e^x)`.
    SOFTPLUS(Tensor::softplus),
    /// `x / (1 + |x|)`.
    SOFTSIGN(x -> x.div(x.abs().add(1))),
    /// `x · sigmoid(x)`.
    SILU(x -> x.mul(x.sigmoid())),
    /// `e^x`.
    EXPONENTIAL(Tensor::exp);

    private final UnaryOperator<Tensor> function;

    Activations(UnaryOperator<Tensor> function) {
        this.function = function;
    }

    @Override
    public Tensor apply(Tensor x) {
        return function.apply(x);
    }

    /// Keras's name.
    @Override
    public String serialize() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String module() {
        return "keras.activations";
    }
}
