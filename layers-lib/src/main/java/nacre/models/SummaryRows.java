package nacre.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nacre.layers.Layer;
import nacre.layers.LayerNode;
import nacre.layers.OperationLayer;
import nacre.tensor.Origin;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What a summary says of each layer, whatever it looks like.
final class SummaryRows {
    private final Model model;
    private final boolean expandNested;
    private final boolean showTrainable;
    private final Set<LayerNode> nodes;
    private final boolean isStack;
    private final @Nullable List<Pattern> range;

    SummaryRows(
            Model model,
            boolean expandNested,
            boolean showTrainable,
            @Nullable List<Pattern> range) {
        this.range = range;
        this.model = model;
        this.expandNested = expandNested;
        this.showTrainable = showTrainable;
        this.nodes = model instanceof Functional graph ? graph.graph().depths().keySet() : Set.of();
        this.isStack = !(model instanceof Functional graph) || isChain(graph.graph());
    }

    /// Whether each call has one input and no other is as far from the output, so that arrows would
    /// say nothing.
    private static boolean isChain(Graph graph) {
        boolean single =
                graph.depths().keySet().stream().allMatch(node -> node.inputs().size() == 1);
        long depths = graph.depths().values().stream().distinct().count();
        return single
                && depths == graph.depths().size()
                && graph.steps().size() == graph.calls().size();
    }

    /// Whether it is one layer after the other.
    boolean isStack() {
        return isStack;
    }

    boolean showsTrainable() {
        return showTrainable;
    }

    List<String> header() {
        var header = new ArrayList<>(List.of("Layer (type)", "Output Shape", "Param #"));
        if (!isStack) {
            header.add("Connected to");
        }
        if (showTrainable) {
            header.add("Trainable");
        }
        return header;
    }

    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        shown(steps(model)).forEach(layer -> add(rows, layer, 0));
        return rows;
    }

    /// The layers in the range, which may be given from its end.
    private List<Layer> shown(List<Layer> all) {
        if (range == null) {
            return all;
        }
        int[] from = places(all, range.get(0));
        int[] to = places(all, range.get(1));
        if (from.length == 0 || to.length == 0) {
            throw new IllegalArgumentException(
                    "`layerRange` names layers by the patterns %s, and the layers are %s."
                            .formatted(range, all.stream().map(Layer::name).toList()));
        }
        boolean turned = from[0] > to[to.length - 1];
        return turned
                ? all.subList(to[0], from[from.length - 1] + 1)
                : all.subList(from[0], to[to.length - 1] + 1);
    }

    private static int[] places(List<Layer> all, Pattern name) {
        return IntStream.range(0, all.size())
                .filter(i -> name.matcher(all.get(i).name()).lookingAt())
                .toArray();
    }

    /// The layers of a model; of a graph also its calculations.
    static List<Layer> steps(Model model) {
        return model instanceof Functional graph ? graph.graph().steps() : model.layers();
    }

    private void add(List<List<String>> rows, Layer layer, int depth) {
        String prefix = depth == 0 ? "" : "   ".repeat(depth) + "└ ";
        var row = new ArrayList<>(List.of(prefix + title(layer), shape(layer), parameters(layer)));
        if (!isStack) {
            row.add(connections(layer));
        }
        if (showTrainable) {
            row.add(layer.weights().isEmpty() ? "-" : layer.trainable() ? "Y" : "N");
        }
        rows.add(row);
        if (expandNested && layer instanceof Model inner) {
            inner.layers().forEach(part -> add(rows, part, depth + 1));
        }
    }

    static String title(Layer layer) {
        return layer.name() + " (" + type(layer) + ")";
    }

    static String type(Layer layer) {
        return layer instanceof OperationLayer operation
                ? operation.className()
                : layer.getClass().getSimpleName();
    }

    /// The shape of the last call's output; several in a list.
    static String shape(Layer layer) {
        List<String> shapes =
                layer.nodes().isEmpty()
                        ? ofStack(layer)
                        : layer.nodes().getLast().outputs().stream().map(x -> shape(x)).toList();
        return switch (shapes.size()) {
            case 0 -> "?";
            case 1 -> shapes.get(0);
            default -> shapes.toString();
        };
    }

    private static List<String> ofStack(Layer layer) {
        return layer instanceof Sequential stack && stack.inputLayer() != null
                ? List.of(shape(stack.output()))
                : List.of();
    }

    /// As Keras writes it: a shape of one axis without Python's comma.
    private static String shape(Tensor x) {
        return x.shape().toString().replace(",)", ")");
    }

    static String parameters(Layer layer) {
        return layer.built()
                ? String.format(Locale.ROOT, "%,d", layer.countParams())
                : "0 (unbuilt)";
    }

    /// Where the inputs of all calls in this model come from, such as `dense[0][0]`: layer, call,
    /// output.
    String connections(Layer layer) {
        var all = new ArrayList<String>();
        for (LayerNode node : layer.nodes()) {
            if (nodes.contains(node) && !node.isSource()) {
                for (Tensor input : node.inputs()) {
                    Origin origin = Objects.requireNonNull(input.origin());
                    all.add(
                            ((Layer) origin.maker()).name()
                                    + "["
                                    + origin.node()
                                    + "]["
                                    + origin.index()
                                    + "]");
                }
            }
        }
        return all.isEmpty() ? "-" : String.join(", ", all);
    }
}
