package nacre.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nacre.layers.Layer;
import nacre.layers.LayerNode;
import nacre.layers.core.InputLayer;
import nacre.models.Model;
import nacre.models.Models;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A whole model: its config both ways, its weights and layers in order, what it predicts, and its
/// summary.
final class ModelKind implements Kind {
    private static final int CUT = 80; // Keras's tables in the cases are 90 wide and cut here

    @Override
    public void check(Case expectation, Checks checks) {
        Model model = (Model) Layer.of(expectation.need("config"));
        check(model, expectation, checks);
        checks.config("config", model.serialize(), expectation.get("config"));
        Model again = Models.fromJson(model.toJson());
        checks.config("config again", again.serialize(), expectation.get("config"));
        predict("again: ", again, expectation, checks);
        predict("copy: ", Models.clone(model), expectation, checks);
        checks.config(
                "summary",
                lines(model.summary().lineLength(90).toString()),
                lines(expectation.text("summary_text")));
    }

    private static void check(Model model, Case expectation, Checks checks) {
        predict("", model, expectation, checks);
        checks.config(
                "input shape",
                plain(shapes(model.inputs())),
                nested(expectation.get("input_shape")));
        checks.config(
                "output shape",
                plain(shapes(model.outputs())),
                nested(expectation.get("output_shape")));
        checks.that(
                model.countParams() == expectation.number("count_params"),
                "has " + model.countParams() + " parameters");
        int trained =
                model.trainableWeights().stream().mapToInt(weight -> weight.shape().size()).sum();
        checks.that(
                trained == expectation.number("trainable_params"),
                "has " + trained + " trainable parameters");
        List<@Nullable Object> wanted = expectation.list("layers");
        checks.that(model.layers().size() == wanted.size(), "has the layers " + model.layers());
        for (int i = 0; i < Math.min(wanted.size(), model.layers().size()); i++) {
            layer(
                    model.layers().get(i),
                    expectation.part(Objects.requireNonNull(wanted.get(i))),
                    checks);
        }
    }

    private static void predict(String prefix, Model model, Case expectation, Checks checks) {
        model.setWeights(expectation.list("weights").stream().map(Arrays::tensor).toList());
        List<Tensor> outputs = model.predictAll(Arrays.tensors(expectation.get("inputs")), 32);
        List<@Nullable Object> wanted = Arrays.flat(expectation.get("outputs"));
        checks.that(
                outputs.size() == wanted.size(), prefix + "gives " + outputs.size() + " outputs");
        for (int i = 0; i < Math.min(outputs.size(), wanted.size()); i++) {
            checks.numbers(prefix + "output " + i, outputs.get(i), wanted.get(i));
        }
    }

    private static void layer(Layer layer, Case wanted, Checks checks) {
        String what = "layer " + wanted.text("name");
        checks.config(what + ": name", layer.name(), wanted.get("name"));
        checks.config(what + ": class", layer.getClass().getSimpleName(), wanted.get("class_name"));
        checks.config(what + ": parameters", layer.countParams(), wanted.get("count_params"));
        checks.config(what + ": trainable", layer.trainable(), wanted.get("trainable"));
        var weights = new ArrayList<Object>();
        layer.weights()
                .forEach(weight -> weights.add(List.of(weight.name(), plain(weight.shape()))));
        checks.config(what + ": weights", weights, wanted.get("weights"));
        List<@Nullable Object> nodes = wanted.list("nodes");
        checks.that(
                layer.nodes().size() == nodes.size(),
                what + " has " + layer.nodes().size() + " nodes");
        for (int i = 0; i < Math.min(nodes.size(), layer.nodes().size()); i++) {
            node(
                    what + ": node " + i,
                    layer.nodes().get(i),
                    wanted.part(Objects.requireNonNull(nodes.get(i))),
                    checks);
        }
    }

    private static void node(String what, LayerNode node, Case wanted, Checks checks) {
        List<Tensor> inputs = node.layer() instanceof InputLayer ? List.of() : node.inputs();
        checks.config(
                what + " inputs",
                plain(inputs.stream().map(Tensor::shape).toList()),
                wanted.get("input_shapes"));
        checks.config(
                what + " outputs",
                plain(node.outputs().stream().map(Tensor::shape).toList()),
                wanted.get("output_shapes"));
        checks.config(
                what + " inbound",
                inputs.stream().map(x -> LayerNode.of(x).layer().name()).toList(),
                wanted.get("inbound"));
    }

    private static List<Shape> shapes(List<Tensor> tensors) {
        return tensors.stream().map(Tensor::shape).toList();
    }

    private static List<Object> plain(List<Shape> shapes) {
        var result = new ArrayList<Object>();
        shapes.forEach(shape -> result.add(plain(shape)));
        return result;
    }

    private static List<@Nullable Object> plain(Shape shape) {
        var dims = new ArrayList<@Nullable Object>();
        for (int dim : shape.dims()) {
            dims.add(dim == Shape.NONE ? null : dim);
        }
        return dims;
    }

    private static Object nested(@Nullable Object shapes) {
        List<@Nullable Object> list = Case.asList(shapes);
        return !list.isEmpty() && list.get(0) instanceof List<?> ? list : List.of(list);
    }

    private static List<String> lines(String table) {
        return table.lines()
                .map(line -> line.length() > CUT ? line.substring(0, CUT) : line)
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
