package nacre.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nacre.layers.Layer;
import nacre.layers.LayerNode;
import nacre.layers.core.InputLayer;
import nacre.tensor.Origin;
import nacre.tensor.Tensor;

/// The calls between inputs and outputs, in an order in which each comes after what it needs.
///
/// Layers are ordered as Keras does: by their greatest distance from the outputs, inputs first,
/// then as they were met.
///
/// @param calls the calls to make, without the inputs themselves
/// @param layers every layer once
record Graph(List<LayerNode> calls, List<Layer> layers) {

    static Graph between(List<Tensor> inputs, List<Tensor> outputs) {
        var search = new Search(inputs);
        outputs.forEach(output -> search.visit(LayerNode.of(output)));
        return search.graph(inputs);
    }

    /// Walks from the outputs back to the inputs.
    private static final class Search {
        private final Set<Origin> given;
        private final List<LayerNode> order = new ArrayList<>(); // each after what it needs
        private final Set<LayerNode> seen = new HashSet<>();
        private final Set<LayerNode> open = new HashSet<>();

        Search(List<Tensor> inputs) {
            given =
                    inputs.stream()
                            .map(
                                    x ->
                                            Objects.requireNonNull(
                                                    x.origin(), "an input comes from Input.of"))
                            .collect(Collectors.toSet());
        }

        void visit(LayerNode node) {
            if (seen.contains(node)) {
                return;
            }
            if (!open.add(node)) {
                throw new IllegalArgumentException(
                        "The graph has a cycle at layer \"" + node.layer().name() + "\".");
            }
            for (Tensor input : node.inputs()) {
                if (isGiven(node)) {
                    break;
                }
                LayerNode parent = LayerNode.of(input);
                if (parent.layer() instanceof InputLayer && !given.contains(input.origin())) {
                    throw new IllegalArgumentException(
                            "The outputs depend on the input \""
                                    + parent.layer().name()
                                    + "\", which is not among the model's inputs.");
                }
                visit(parent);
            }
            seen.add(node);
            order.add(node);
        }

        private boolean isGiven(LayerNode node) {
            return node.outputs().stream().allMatch(output -> given.contains(output.origin()));
        }

        Graph graph(List<Tensor> inputs) {
            Map<LayerNode, Integer> depths = new HashMap<>();
            for (LayerNode node : order.reversed()) {
                int depth = depths.getOrDefault(node, 0);
                depths.put(node, depth);
                if (!isGiven(node)) {
                    node.parents().forEach(parent -> depths.merge(parent, depth + 1, Math::max));
                }
            }
            Map<Layer, Integer> layerDepths = new LinkedHashMap<>();
            inputs.forEach(input -> layerDepths.put(LayerNode.of(input).layer(), 0));
            order.forEach(node -> layerDepths.merge(node.layer(), depths.get(node), Math::max));
            int deepest = layerDepths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            inputs.forEach(
                    input ->
                            layerDepths.put(
                                    LayerNode.of(input).layer(), deepest)); // inputs come first
            List<Layer> layers =
                    layerDepths.keySet().stream()
                            .sorted(
                                    Comparator.comparing((Layer layer) -> layerDepths.get(layer))
                                            .reversed())
                            .toList();
            return new Graph(order.stream().filter(node -> !isGiven(node)).toList(), layers);
        }
    }
}
