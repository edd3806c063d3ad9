package nacre.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.layers.LayerNode;
import nacre.tensor.Origin;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Makes the calls of a graph once more, from other tensors on: for a part of a model, and for a
/// copy.
final class Replay {
    private final UnaryOperator<Layer> instead;
    private final Map<Origin, Tensor> fresh = new HashMap<>();

    /// From these tensors, which stand for those, calling other layers instead.
    Replay(List<Tensor> old, List<Tensor> starts, UnaryOperator<Layer> instead) {
        this.instead = instead;
        for (int i = 0; i < old.size(); i++) {
            fresh.put(origin(old.get(i)), starts.get(i));
        }
    }

    /// What becomes of a symbolic tensor.
    Tensor of(Tensor old) {
        Tensor known = fresh.get(origin(old));
        if (known != null) {
            return known;
        }
        LayerNode node = LayerNode.of(old);
        if (node.isSource()) {
            throw new IllegalArgumentException(
                    "The outputs depend on the input \""
                            + node.layer().name()
                            + "\", which is not among the model's inputs.");
        }
        List<Tensor> arguments = new ArrayList<>(node.arguments().stream().map(this::of).toList());
        List<Tensor> made = instead.apply(node.layer()).applyAll(arguments, call(node.how()));
        for (int i = 0; i < made.size(); i++) {
            fresh.put(origin(node.outputs().get(i)), made.get(i));
        }
        return Objects.requireNonNull(fresh.get(origin(old)));
    }

    /// The same options; masks that come with the arguments are found again.
    private Call call(Call how) {
        Map<String, Object> options = new LinkedHashMap<>(how.options());
        options.replaceAll(
                (_, value) -> value instanceof Tensor x && x.origin() != null ? of(x) : value);
        var masks = new ArrayList<@Nullable Tensor>();
        for (Tensor mask : how.masks()) {
            masks.add(mask == null || mask.origin() == null ? mask : fresh.get(mask.origin()));
        }
        return new Call(
                how.mode(),
                masks.stream().allMatch(Objects::isNull) ? List.of() : masks,
                List.of(),
                options);
    }

    private static Origin origin(Tensor x) {
        return Objects.requireNonNull(x.origin(), "a tensor of a model's graph");
    }
}
