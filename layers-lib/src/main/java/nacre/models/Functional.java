package nacre.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.layers.LayerNode;
import nacre.layers.Pass;
import nacre.tensor.Origin;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// A model of any graph: the calls of layers that lead from some inputs to some outputs.
///
/// Source: [Keras, the functional API](https://keras.io/guides/functional_api/).
public final class Functional extends Model {
    private final transient List<Tensor> inputs;
    private final transient List<Tensor> outputs;
    private final transient Graph graph;

    Functional(List<Tensor> inputs, List<Tensor> outputs) {
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        this.graph = Graph.between(this.inputs, this.outputs);
        ensureBuilt(inputs.stream().map(Tensor::shape).toList());
    }

    @Override
    protected void build(List<Shape> shapes) {}

    @Override
    protected void check(List<Shape> shapes) {
        if (shapes.size() != inputs.size()) {
            throw new IllegalArgumentException(
                    "The model \""
                            + name()
                            + "\" has "
                            + inputs.size()
                            + " inputs and got "
                            + shapes.size()
                            + ".");
        }
        for (int i = 0; i < shapes.size(); i++) {
            if (!inputs.get(i).shape().accepts(shapes.get(i))) {
                throw new IllegalArgumentException(
                        "Input "
                                + i
                                + " of the model \""
                                + name()
                                + "\" has shape "
                                + inputs.get(i).shape()
                                + " and got data of shape "
                                + shapes.get(i)
                                + ".");
            }
        }
    }

    @Override
    protected List<Tensor> callAll(List<Tensor> data, Pass pass) {
        Map<Origin, Tensor> values = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            values.put(Objects.requireNonNull(inputs.get(i).origin()), data.get(i));
        }
        for (LayerNode node : graph.calls()) {
            List<Tensor> given = new ArrayList<>();
            for (Tensor input : node.inputs()) {
                given.add(Objects.requireNonNull(values.get(input.origin())));
            }
            List<Tensor> made = node.layer().applyAll(given, Call.plain());
            for (int i = 0; i < made.size(); i++) {
                values.put(Objects.requireNonNull(node.outputs().get(i).origin()), made.get(i));
            }
        }
        return outputs.stream()
                .map(output -> Objects.requireNonNull(values.get(output.origin())))
                .toList();
    }

    @Override
    protected List<Layer> sublayers() {
        return graph.layers();
    }

    /// The symbolic inputs.
    public List<Tensor> inputs() {
        return inputs;
    }

    /// The symbolic outputs.
    public List<Tensor> outputs() {
        return outputs;
    }

    @Override
    List<String> namesOfInputs() {
        return inputs.stream().map(input -> LayerNode.of(input).layer().name()).toList();
    }

    @Override
    List<String> outputNames() {
        return outputs.stream().map(output -> LayerNode.of(output).layer().name()).toList();
    }

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

    @Override
    public Tensor input() {
        return nodes().isEmpty() ? inputs.get(0) : super.input();
    }

    @Override
    public Tensor output() {
        return nodes().isEmpty() ? outputs.get(0) : super.output();
    }

    @Override
    public Shape inputShape() {
        return nodes().isEmpty() ? inputs.get(0).shape() : super.inputShape();
    }

    @Override
    public Shape outputShape() {
        return nodes().isEmpty() ? outputs.get(0).shape() : super.outputShape();
    }
}
