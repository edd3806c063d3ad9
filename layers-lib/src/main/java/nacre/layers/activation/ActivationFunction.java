package nacre.layers.activation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nacre.layers.Layer;
import nacre.layers.config.Suggest;
import nacre.tensor.Tensor;

/// A function applied to the output of a layer: one of [Activations], a layer, or your own lambda.
@FunctionalInterface
public interface ActivationFunction {

    /// The function's value for each number.
    Tensor apply(Tensor x);

    /// The function by Keras's name, a layer's by its config, or itself.
    static ActivationFunction of(Object identifier) {
        if (identifier instanceof ActivationFunction function) {
            return function;
        }
        if (identifier instanceof String name) {
            String wanted = name.toUpperCase(Locale.ROOT);
            List<String> known =
                    Arrays.stream(Activations.values()).map(Activations::serialize).toList();
            return Arrays.stream(Activations.values())
                    .filter(function -> function.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "There is no activation \""
                                                    + name
                                                    + "\". "
                                                    + Suggest.text(name, known)));
        }
        return new LayerActivation(Layer.of(identifier));
    }
}
