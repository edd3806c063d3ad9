package nacre.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nacre.tensor.Origin;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// One call of a layer on symbolic tensors: a node of a model's graph.
///
/// @param layer the layer that was called
/// @param index which of its calls this is, from 0
/// @param arguments what it was called on
/// @param outputs what it gave
/// @param how options of the call, and the masks that it was given
public record LayerNode(
        Layer layer, int index, List<Tensor> arguments, List<Tensor> outputs, Call how) {

    /// The node that made a symbolic tensor.
    public static LayerNode of(Tensor symbolic) {
        Origin origin = symbolic.origin();
        if (origin == null) {
            throw new IllegalArgumentException(
                    "This tensor of shape "
                            + symbolic.shape()
                            + " was not made by a layer called on an Input, so it"
                            + " cannot be part of a model. Start from Input.of(…) and call layers on it.");
        }
        return ((Layer) origin.maker()).nodes().get(origin.node());
    }

    /// All symbolic tensors that went into the call: what it was called on, then the tensors among
    /// its options, then masks.
    public List<Tensor> inputs() {
        var all = new ArrayList<>(arguments);
        how.options().values().forEach(value -> addIfSymbolic(value, all));
        how.masks().forEach(mask -> addIfSymbolic(mask, all));
        return all;
    }

    private static void addIfSymbolic(@Nullable Object value, List<Tensor> all) {
        if (value instanceof Tensor tensor && tensor.origin() != null) {
            all.add(tensor);
        }
    }

    /// The nodes that made the inputs.
    public List<LayerNode> parents() {
        return inputs().stream().filter(x -> !isSource(x)).map(LayerNode::of).distinct().toList();
    }

    /// Whether data enter here: the node of an [nacre.layers.core.InputLayer].
    public boolean isSource() {
        return arguments.size() == 1 && isSource(arguments.get(0));
    }

    private boolean isSource(Tensor x) {
        Origin origin = Objects.requireNonNull(x.origin());
        // an InputLayer's input is its own output
        return origin.maker() == layer && origin.node() == index;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LayerNode node && node.layer == layer && node.index == index;
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(layer) + index;
    }
}
