package nacre.layers;

import java.util.List;
import java.util.Objects;
import nacre.tensor.Origin;
import nacre.tensor.Tensor;

/// One call of a layer on symbolic tensors: a node of a model's graph.
///
/// @param layer the layer that was called
/// @param index which of its calls this is, from 0
/// @param inputs what it was called on
/// @param outputs what it gave
public record LayerNode(Layer layer, int index, List<Tensor> inputs, List<Tensor> outputs) {

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

    /// The nodes that made the inputs.
    public List<LayerNode> parents() {
        return inputs.stream().filter(x -> !isSource(x)).map(LayerNode::of).distinct().toList();
    }

    private boolean isSource(Tensor x) {
        Origin origin = Objects.requireNonNull(x.origin());
        return origin.maker() == layer
                && origin.node() == index; // an InputLayer's input is its own output
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof LayerNode node && node.layer == layer && node.index == index;
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(layer) + index;
    }
}
