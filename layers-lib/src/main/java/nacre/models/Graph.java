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
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.layers.LayerNode;
import nacre.layers.OperationLayer;
import nacre.layers.core.InputLayer;
import nacre.tensor.Origin;
import nacre.tensor.Tensor;

/// The calls between inputs and outputs.
///
/// Its steps are ordered as Keras does: by their greatest distance from the outputs, the furthest
/// first, then as they are met on the way from the outputs back to the inputs.
///
/// @param calls every call, inputs included, each after what it needs
/// @param steps every layer once, calculations included
/// @param depths how far each call is from the outputs
record Graph(List<LayerNode> calls, List<Layer> steps, Map<LayerNode, Integer> depths) {

    /// The graph that ends at the outputs and begins at the inputs, which are those of `Input`s.
    static Graph between(List<Tensor> inputs, List<Tensor> outputs) {
        var search = new Search(inputs);
        outputs.forEach(output -> search.visit(LayerNode.of(output)));
        Graph graph = search.graph();
        var names = new HashSet<String>();
        for (Layer step : graph.steps) {
            if (!names.add(step.name())) {
                throw new IllegalArgumentException(
                        "The name \""
                                + step.name()
                                + "\" is used twice in the model; every layer needs one of its own."
                                + " Give another by name(…).");
            }
        }
        return graph;
    }

    /// The layers, without the calculations between them.
    List<Layer> layers() {
        return steps.stream().filter(step -> !(step instanceof OperationLayer)).toList();
    }

    /// Calls whose result only one other call reads, and that call: nobody sees what lies between.
    ///
    /// @param outputs what others read too
    Map<LayerNode, LayerNode> pairs(List<Tensor> outputs) {
        Map<LayerNode, LayerNode> readers = new HashMap<>();
        Set<LayerNode> read = outputs.stream().map(LayerNode::of).collect(Collectors.toSet());
        for (LayerNode node : calls) {
            boolean plain = node.how().equals(Call.plain());
            for (Tensor input : node.inputs()) {
                LayerNode from = LayerNode.of(input);
                if (read.add(from) && plain && from.how().equals(Call.plain())) {
                    readers.put(from, node);
                } else {
                    readers.remove(from);
                }
            }
        }
        return readers;
    }

    /// Walks from the outputs back to the inputs.
    private static final class Search {
        private final List<Tensor> inputs;
        private final Set<Origin> given;
        private final List<LayerNode> order = new ArrayList<>(); // each after what it needs
        private final Set<LayerNode> seen = new HashSet<>();
        private final Set<LayerNode> open = new HashSet<>();
        private final Map<Layer, Integer> met = new LinkedHashMap<>();

        Search(List<Tensor> inputs) {
            this.inputs = inputs;
            given =
                    inputs.stream()
                            .map(x -> Objects.requireNonNull(x.origin()))
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
            met.putIfAbsent(node.layer(), met.size());
            if (node.isSource()) {
                if (!given.contains(node.outputs().get(0).origin())) {
                    throw new IllegalArgumentException(
                            "The outputs depend on the input \""
                                    + node.layer().name()
                                    + "\", which is not among the model's inputs.");
                }
            } else {
                node.inputs().forEach(input -> visit(LayerNode.of(input)));
            }
            seen.add(node);
            order.add(node);
        }

        Graph graph() {
            Map<LayerNode, Integer> depths = new LinkedHashMap<>();
            Map<Layer, Integer> layerDepths = new HashMap<>();
            for (LayerNode node : order.reversed()) {
                int depth =
                        Math.max(
                                depths.getOrDefault(node, 0),
                                layerDepths.getOrDefault(node.layer(), 0));
                depths.put(node, depth);
                layerDepths.put(node.layer(), depth);
                node.parents().forEach(parent -> depths.merge(parent, depth + 1, Math::max));
            }
            for (Tensor input : inputs) { // one that no output needs
                LayerNode source = LayerNode.of(input);
                if (layerDepths.putIfAbsent(source.layer(), 0) == null) {
                    depths.put(source, 0);
                    met.put(source.layer(), -1);
                    order.add(source);
                }
            }
            Comparator<Layer> furthest =
                    Comparator.comparing(layerDepths::get, Comparator.reverseOrder());
            List<Layer> steps =
                    layerDepths.keySet().stream().sorted(furthest.thenComparing(met::get)).toList();
            return new Graph(List.copyOf(order), steps, depths);
        }
    }

    /// Whether data enter at this tensor.
    static boolean isInput(Tensor x) {
        return LayerNode.of(x).layer() instanceof InputLayer;
    }
}
