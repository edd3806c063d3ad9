package nacre.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nacre.layers.Layer;
import nacre.layers.core.Input;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A layer called on symbolic inputs (which makes nodes) and on data (which makes none), and what
/// it says of its nodes.
final class NodesLayerKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        Map<String, @Nullable Object> kwargs = expectation.map("kwargs");
        Layer layer = Made.from(Layer.class, expectation.text("class_name"), List.of(), kwargs);
        for (Object entry : expectation.list("calls")) {
            Case call = expectation.part(Objects.requireNonNull(entry));
            List<Tensor> inputs =
                    call.has("data")
                            ? Arrays.tensors(call.get("data"))
                            : Arrays.shapes(call.get("input_shapes")).stream()
                                    .map(Input::of)
                                    .toList();
            List<Tensor> unused = layer.applyAll(inputs);
        }
        for (Object entry : expectation.list("expect")) {
            check(layer, expectation.part(Objects.requireNonNull(entry)), checks);
        }
    }

    /// One question about a layer's nodes.
    static void check(Layer layer, Case question, Checks checks) {
        String call = question.text("call");
        int node = question.has("arg") ? (int) question.number("arg") : 0;
        String what = layer.name() + "." + call + (question.has("arg") ? "(" + node + ")" : "");
        if (question.has("error")) {
            String message =
                    Errors.expect(checks, question.text("error"), () -> ask(layer, call, node));
            if (message != null) {
                for (String fact : facts(layer, question.text("message"))) {
                    checks.that(
                            message.contains(fact),
                            what + " does not say " + fact + ": " + message);
                }
            }
        } else if (question.has("result_tensor")) {
            checks.config(
                    what,
                    origins(tensors(layer, call, node)),
                    nested(question.get("result_tensor")));
        } else {
            checks.config(what, ask(layer, call, node), question.get("result"));
        }
    }

    /// What an error must say, whatever its wording: the layer, numbers, and what was asked for.
    private static List<String> facts(Layer layer, String message) {
        var facts = new ArrayList<String>();
        String sentence = message.split("\\. ", 2)[0];
        Matcher numbers = Pattern.compile("\\b\\d+\\b").matcher(sentence);
        while (numbers.find()) {
            facts.add(numbers.group());
        }
        Stream.of(layer.name(), "input shape", "output shape")
                .filter(sentence::contains)
                .forEach(facts::add);
        return facts;
    }

    private static Object ask(Layer layer, String call, int node) {
        return switch (call) {
            case "get_input_shape_at" ->
                    shapes(layer.getInputShapeAt(node), layer.getInputsAt(node));
            case "get_output_shape_at" ->
                    shapes(layer.getOutputShapeAt(node), layer.getOutputsAt(node));
            case "input_shape" -> shapes(layer.inputShape(), layer.getInputsAt(0));
            case "output_shape" -> shapes(layer.outputShape(), layer.getOutputsAt(0));
            case "inbound_node_count" -> layer.nodes().size();
            case "count_params" -> layer.countParams();
            default -> tensors(layer, call, node);
        };
    }

    private static List<Tensor> tensors(Layer layer, String call, int node) {
        return switch (call) {
            case "get_input_at" -> layer.getInputsAt(node);
            case "get_output_at" -> layer.getOutputsAt(node);
            case "input" -> List.of(layer.input());
            case "output" -> List.of(layer.output());
            default -> throw new UnsupportedOperationException("unknown question `" + call + "`");
        };
    }

    /// The shape, or the shapes if there are several tensors.
    private static Object shapes(Shape shape, List<Tensor> tensors) {
        return tensors.size() == 1
                ? plain(shape)
                : tensors.stream().map(tensor -> plain(tensor.shape())).toList();
    }

    private static Object plain(Shape shape) {
        var dims = new ArrayList<@Nullable Object>();
        for (int dim : shape.dims()) {
            dims.add(dim == Shape.NONE ? null : dim);
        }
        return dims;
    }

    private static Object origins(List<Tensor> tensors) {
        return tensors.stream().map(NodesLayerKind::origin).toList();
    }

    private static List<Object> origin(Tensor symbolic) {
        var origin = Objects.requireNonNull(symbolic.origin(), "a symbolic tensor has an origin");
        return List.of(((Layer) origin.maker()).name(), origin.node(), origin.index());
    }

    private static Object nested(@Nullable Object value) {
        List<@Nullable Object> list = Case.asList(value);
        return !list.isEmpty() && list.get(0) instanceof List<?> ? list : List.of(list);
    }
}
