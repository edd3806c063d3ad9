package nacre.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nacre.tensor.Origin;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// The calls of a layer on symbolic tensors, in order, and what may be asked about them.
///
/// The rules and the wording of errors are Keras's (2 and 3), see the layer's methods.
final class Nodes {
    private final Layer layer;
    private final List<LayerNode> nodes = new ArrayList<>();

    Nodes(Layer layer) {
        this.layer = layer;
    }

    LayerNode add(List<Tensor> inputs, List<Tensor> outputs, Call how) {
        int index = nodes.size();
        var own = new ArrayList<Tensor>();
        for (int i = 0; i < outputs.size(); i++) {
            own.add(outputs.get(i).withOrigin(new Origin(layer, index, i)));
        }
        var node = new LayerNode(layer, index, List.copyOf(inputs), List.copyOf(own), how);
        nodes.add(node);
        return node;
    }

    /// The node of an input: what comes in is what comes out.
    void addSource(Tensor ghost) {
        List<Tensor> own = List.of(ghost.withOrigin(new Origin(layer, nodes.size(), 0)));
        nodes.add(new LayerNode(layer, nodes.size(), own, own, Call.plain()));
    }

    List<LayerNode> all() {
        return List.copyOf(nodes);
    }

    LayerNode at(int index, String what) {
        if (nodes.isEmpty()) {
            throw new IllegalStateException(
                    "The layer "
                            + layer.name()
                            + " has never been called and thus has no defined "
                            + what
                            + "."
                            + " Call it on an Input, or put it into a model.");
        }
        int i = index < 0 ? index + nodes.size() : index;
        if (i < 0 || i >= nodes.size()) {
            throw new IllegalArgumentException(
                    "Asked to get "
                            + what
                            + " at node "
                            + index
                            + ", but the layer has only "
                            + nodes.size()
                            + " inbound nodes.");
        }
        return nodes.get(i);
    }

    /// The shapes that all nodes agree on.
    List<Shape> common(String what, Function<LayerNode, List<Tensor>> tensors) {
        if (nodes.isEmpty()) {
            throw new IllegalStateException(
                    "The layer \""
                            + layer.name()
                            + "\" has never been called and thus has no defined "
                            + what
                            + ". Call it on an Input, or put it into a model.");
        }
        List<Shape> first = shapes(tensors.apply(nodes.get(0)));
        for (LayerNode node : nodes) {
            if (!first.equals(shapes(tensors.apply(node)))) {
                throw new IllegalStateException(
                        "The layer \""
                                + layer.name()
                                + "\" has multiple inbound nodes, with different "
                                + what
                                + "s. Hence the notion of \""
                                + what
                                + "\" is ill-defined for the layer. Use `get"
                                + (what.startsWith("input") ? "Input" : "Output")
                                + "ShapeAt(nodeIndex)` instead.");
            }
        }
        return first;
    }

    private static List<Shape> shapes(List<Tensor> tensors) {
        return tensors.stream().map(Tensor::shape).toList();
    }
}
