package nacre.layers.activation;

import java.util.Arrays;
import java.util.List;
import nacre.layers.Layer;
import nacre.layers.config.Suggest;
import nacre.tensor.Tensor;

/// A function applied to the output of a layer: one of [Activations], a layer, or your own lambda.
@FunctionalInterface
public interface ActivationFunction {

    /// The function's value for each number.
    Tensor apply(Tensor x);

    /// No function: what comes in goes out, Keras's None.
    static ActivationFunction none() {
        return Activations.LINEAR;
    }

    /// The function by Keras's name, a layer's by its config, or itself.
    static ActivationFunction of(Object identifier) {
        if (identifier instanceof ActivationFunction function) {
            return function;
        }
        if (identifier instanceof String name) {
            Activations function = Activations.find(name);
            if (function == null) {
                List<String> known =
                        Arrays.stream(Activations.values()).map(Activations::serialize).toList();
                throw new IllegalArgumentException(
                        "There is no activation \"" + name + "\". " + Suggest.text(name, known));
            }
            return function;
        }
        return new LayerActivation(Layer.of(identifier));
    }
}
