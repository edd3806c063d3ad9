package nacre.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.layers.LayerNode;
import nacre.layers.Pass;
import nacre.layers.config.Config;
import nacre.layers.core.Input;
import nacre.tensor.Origin;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A model of any graph: the calls of layers that lead from some inputs to some outputs.
///
/// ```java
/// var x = Input.of(4);
/// var y = new Dense(3).apply(x);
/// Model.of(x, y.add(1)).countParams()   // 15
/// ```
///
/// Source: [Keras, the functional API](https://keras.io/guides/functional_api/).
public final class Functional extends Model {
    private final transient Structure inputForm;
    private final transient Structure outputForm;
    private final transient List<Tensor> inputs;
    private final transient List<Tensor> outputs;
    private final transient Graph graph;
    private final transient Map<LayerNode, LayerNode> pairs;

    private Functional(
            Structure inputForm, List<Tensor> inputs, Structure outputForm, List<Tensor> outputs) {
        this.inputForm = inputForm;
        this.inputs = List.copyOf(inputs);
        this.outputForm = outputForm;
        this.outputs = List.copyOf(outputs);
        this.graph = Graph.between(this.inputs, this.outputs);
        this.pairs = graph.pairs(this.outputs);
        ensureBuilt(inputs.stream().map(Tensor::shape).toList());
    }

    /// The model between these tensors; one that begins inside of another model gets inputs of its
    /// own.
    static Functional of(
            Structure inputForm, List<Tensor> inputs, Structure outputForm, List<Tensor> outputs) {
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw new IllegalArgumentException("A model needs at least one input and one output.");
        }
        if (inputs.stream().allMatch(Graph::isInput)) {
            return new Functional(inputForm, inputs, outputForm, outputs);
        }
        List<Tensor> starts =
                inputs.stream().map(x -> Graph.isInput(x) ? x : Input.of(x.shape())).toList();
        var replay = new Replay(inputs, starts, layer -> layer);
        return new Functional(
                inputForm, starts, outputForm, outputs.stream().map(replay::of).toList());
    }

    @Override
    protected void build(List<Shape> shapes) {}

    @Override
    protected void check(List<Shape> shapes) {
        checkInputs(inputs.size(), shapes.size());
        for (int i = 0; i < shapes.size(); i++) {
            Shape want = inputs.get(i).shape();
            if (!want.accepts(fitted(shapes.get(i), want))) {
                throw new IllegalArgumentException(
                        "Input "
                                + i
                                + " of the model \""
                                + name()
                                + "\" has shape "
                                + want
                                + " and got data of shape "
                                + shapes.get(i)
                                + "."
                                + (isSample(shapes.get(i), want)
                                        ? " If that is one sample, add a batch axis: new float[][] {x}, or x.expandDims(0) of a tensor."
                                        : ""));
            }
        }
    }

    /// Whether it is what an input takes, without the axis of samples.
    private static boolean isSample(Shape shape, Shape want) {
        return shape.rank() == want.rank() - 1 && want.drop(0).accepts(shape);
    }

    /// Data may lack a last axis of size 1, or have one too many.
    private static Shape fitted(Shape shape, Shape want) {
        if (shape.rank() == want.rank() + 1 && shape.last() == 1) {
            return shape.drop(shape.rank() - 1);
        }
        boolean lacks = shape.rank() == want.rank() - 1 && want.last() == 1;
        return lacks ? shape.insert(-1, 1) : shape;
    }

    @Override
    protected List<Tensor> callAll(List<Tensor> data, Pass pass) {
        Map<Origin, Tensor> values = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            Tensor x = data.get(i);
            Shape shape = fitted(x.shape(), inputs.get(i).shape());
            values.put(
                    origin(inputs.get(i)),
                    shape.equals(x.shape()) ? x : x.reshape(shape).withMask(x.mask()));
        }
        for (LayerNode node : graph.calls()) {
            if (values.containsKey(origin(node.outputs().get(0)))) {
                continue; // an input, or done with the call before
            }
            List<Tensor> given = node.arguments().stream().map(x -> value(values, x)).toList();
            LayerNode next = pairs.get(node);
            Tensor both = next == null ? null : node.layer().applyWith(next.layer(), given);
            if (next != null && both != null) {
                values.put(origin(next.outputs().get(0)), both);
                continue;
            }
            List<Tensor> made = node.layer().applyAll(given, call(node.how(), values));
            for (int i = 0; i < made.size(); i++) {
                values.put(origin(node.outputs().get(i)), made.get(i));
            }
        }
        return outputs.stream().map(output -> value(values, output)).toList();
    }

    /// The call with real tensors among its options; masks that no step calculates come with the
    /// data.
    private static Call call(Call how, Map<Origin, Tensor> values) {
        var masks = new ArrayList<@Nullable Tensor>();
        for (Tensor mask : how.masks()) {
            masks.add(mask == null || mask.origin() == null ? null : value(values, mask));
        }
        Map<String, Object> options = how.options();
        if (options.values().stream().anyMatch(Tensor.class::isInstance)) {
            options = new LinkedHashMap<>(options);
            options.replaceAll(
                    (_, value) ->
                            value instanceof Tensor x && x.origin() != null
                                    ? value(values, x)
                                    : value);
        }
        boolean none = masks.stream().allMatch(Objects::isNull);
        return new Call(how.mode(), none ? List.of() : masks, List.of(), options);
    }

    private static Tensor value(Map<Origin, Tensor> values, Tensor symbolic) {
        return Objects.requireNonNull(values.get(origin(symbolic)));
    }

    private static Origin origin(Tensor symbolic) {
        return Objects.requireNonNull(symbolic.origin());
    }

    @Override
    protected List<Layer> sublayers() {
        return graph.layers();
    }

    @Override
    public Map<String, Object> parts() {
        return Map.of("layers", graph.layers());
    }

    /// The calls and their order.
    Graph graph() {
        return graph;
    }

    @Override
    public List<Tensor> inputs() {
        return inputs;
    }

    @Override
    public List<Tensor> outputs() {
        return outputs;
    }

    Structure inputForm() {
        return inputForm;
    }

    Structure outputForm() {
        return outputForm;
    }

    @Override
    List<String> namesOfInputs() {
        return inputForm.namesOr(inputs);
    }

    @Override
    List<String> outputNames() {
        return outputForm.namesOr(outputs);
    }

    // --- config

    @Override
    public String module() {
        return "keras.src.models.functional";
    }

    @Override
    public String registeredName() {
        return "Functional";
    }

    /// Keras writes none: the inputs say it.
    @Override
    protected Map<String, @Nullable Object> buildConfig() {
        return Collections.singletonMap("input_shape", null);
    }

    @Override
    public Config getConfig() {
        return GraphConfig.of(this);
    }

    /// A model with this config: the same graph, weights of its own.
    public static Functional fromConfig(Map<String, @Nullable Object> config) {
        return GraphReader.read(config);
    }

    // --- options

    @Override
    public Functional name(String newName) {
        super.name(newName);
        return this;
    }

    @Override
    public Functional seed(long seed) {
        super.seed(seed);
        return this;
    }

    // --- as it was made; as a layer of another model it also has nodes

    @Override
    public Tensor input() {
        return inputs.get(0);
    }

    @Override
    public Tensor output() {
        return outputs.get(0);
    }

    @Override
    public Shape inputShape() {
        return inputs.get(0).shape();
    }

    @Override
    public Shape outputShape() {
        return outputs.get(0).shape();
    }
}
