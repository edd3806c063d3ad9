package nacre.parity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.layers.Layer;
import nacre.layers.config.Names;
import nacre.layers.config.Registry;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A mistake that must be noticed, at making the layer or at calling it on symbolic inputs; the
/// message must name the arguments that Keras's message names.
final class ErrorKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        String error = expectation.text("error");
        // it must fail, but not for being unknown
        Class<?> unused = Registry.find(Layer.class, expectation.text("layer"));
        String message;
        if ("construct".equals(expectation.get("stage"))) {
            message = Errors.expect(checks, error, () -> layer(expectation));
        } else {
            Layer layer = layer(expectation);
            List<Tensor> inputs =
                    Arrays.shapes(expectation.get("input_shapes")).stream()
                            .map(Tensor::ghost)
                            .toList();
            boolean single = !(expectation.list("input_shapes").getFirst() instanceof List<?>);
            message = Errors.expect(checks, error, () -> call(layer, inputs, single));
        }
        if (message != null) {
            compareNames(checks, message, expectation);
        }
    }

    static void compareNames(Checks checks, String message, Case expectation) {
        for (String argument : named(expectation.map("kwargs"), expectation.text("message"))) {
            checks.that(
                    Names.bare(message).contains(Names.bare(argument)),
                    "the message does not name `" + argument + "`: " + message);
        }
    }

    /// A single tensor and a list of one are not the same for layers that join several.
    private static List<Tensor> call(Layer layer, List<Tensor> inputs, boolean single) {
        return single ? List.of(layer.apply(inputs.get(0))) : layer.applyAll(inputs);
    }

    private static Layer layer(Case expectation) {
        return Made.from(
                Layer.class,
                expectation.text("layer"),
                expectation.list("args"),
                new LinkedHashMap<>(expectation.map("kwargs")));
    }

    /// The arguments that Keras's message speaks of.
    private static List<String> named(Map<String, @Nullable Object> kwargs, String message) {
        return kwargs.keySet().stream()
                .filter(name -> message.contains("`" + name + "`") || message.contains(name + "="))
                .toList();
    }
}
