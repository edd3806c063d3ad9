package nacre.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nacre.layers.Layer;
import nacre.layers.LayerNode;
import nacre.layers.OperationLayer;
import nacre.layers.config.Config;
import nacre.layers.core.InputLayer;
import nacre.tensor.Origin;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Writes a graph as Keras does: every layer with its calls, then where the graph begins and ends.
///
/// A call is named by its layer and its number among the calls *of this graph*.
final class GraphConfig {
    private final Functional model;
    private final Set<LayerNode> nodes;

    private GraphConfig(Functional model) {
        this.model = model;
        this.nodes = model.graph().depths().keySet();
    }

    static Config of(Functional model) {
        return new GraphConfig(model).write();
    }

    private Config write() {
        var config = new Config(Functional.class);
        config.put("name", model.name());
        config.put("trainable", model.trainable());
        config.put("layers", model.graph().steps().stream().map(this::layer).toList());
        config.put(
                "input_layers",
                model.inputForm().arrange(model.inputs().stream().map(this::place).toList()));
        config.put(
                "output_layers",
                model.outputForm().arrange(model.outputs().stream().map(this::place).toList()));
        return config;
    }

    @SuppressWarnings("unchecked") // a layer writes a map
    private Map<String, @Nullable Object> layer(Layer layer) {
        var entry = (Map<String, @Nullable Object>) layer.serialize();
        entry.put("name", layer.name());
        var calls = new ArrayList<Object>();
        for (LayerNode node : layer.nodes()) {
            if (nodes.contains(node) && !node.isSource()) {
                calls.add(new NodeConfig(node, this::tensor).write());
            }
        }
        entry.put("inbound_nodes", calls);
        return entry;
    }

    /// The number of a call among those of this graph.
    private int number(Origin origin) {
        List<LayerNode> all = ((Layer) origin.maker()).nodes().subList(0, origin.node());
        return (int) all.stream().filter(nodes::contains).count();
    }

    /// `[layer, call, output]`; Keras counts the calls of a graph inside of a graph from 1.
    private List<Object> place(Tensor x) {
        Origin origin = Objects.requireNonNull(x.origin());
        Layer layer = (Layer) origin.maker();
        int from = layer instanceof Functional ? 1 : 0;
        return List.of(layer.name(), number(origin) + from, origin.index());
    }

    private Map<String, Object> tensor(Tensor x) {
        Origin origin = Objects.requireNonNull(x.origin());
        var config = new LinkedHashMap<String, Object>();
        config.put("shape", Plain.shape(x.shape()));
        config.put("dtype", dtype(x));
        config.put(
                "keras_history",
                List.of(((Layer) origin.maker()).name(), number(origin), origin.index()));
        return Map.of("class_name", "__keras_tensor__", "config", config);
    }

    /// The kind of number that Keras calculates with; here all are floats.
    private static String dtype(Tensor x) {
        LayerNode node = LayerNode.of(x);
        if (node.layer() instanceof InputLayer input) {
            return input.dtype();
        }
        if (!(node.layer() instanceof OperationLayer operation)) {
            return "float32";
        }
        return operation
                        .className()
                        .matches("(Not)?Equal|(Greater|Less)(Equal)?|Logical.*|Any|All|Is.*")
                ? "bool"
                : dtype(node.arguments().get(0));
    }
}
