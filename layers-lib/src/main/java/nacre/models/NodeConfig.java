package nacre.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.layers.LayerNode;
import nacre.layers.OperationLayer;
import nacre.layers.RandomLayer;
import nacre.layers.attention.GroupQueryAttention;
import nacre.layers.attention.MultiHeadAttention;
import nacre.layers.config.Names;
import nacre.layers.recurrent.Bidirectional;
import nacre.layers.recurrent.Recurrent;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// One call in a graph as Keras writes it: `{args: […], kwargs: {…}}`.
///
/// @param node the call
/// @param tensor how a symbolic tensor is written
record NodeConfig(LayerNode node, Function<Tensor, Object> tensor) {
    static final List<String> QUERY_NAMES = List.of("query", "value", "key");

    Map<String, Object> write() {
        var kwargs = new LinkedHashMap<String, @Nullable Object>();
        List<?> args = args(kwargs);
        if (!(node.layer() instanceof OperationLayer)) {
            options(kwargs);
            masks(kwargs);
        }
        var result = new LinkedHashMap<String, Object>();
        result.put("args", args);
        result.put("kwargs", kwargs);
        return result;
    }

    private List<?> args(Map<String, @Nullable Object> kwargs) {
        Layer layer = node.layer();
        List<Object> tensors = node.arguments().stream().map(tensor).toList();
        if (layer instanceof OperationLayer operation) {
            return calculation(operation, tensors);
        }
        if (hasFirstState(layer) && tensors.size() > 1) {
            kwargs.put("initial_state", tensors.subList(1, tensors.size()));
            return List.of(tensors.get(0));
        }
        if (takesQuery(layer)) {
            return tensors;
        }
        if (layer instanceof Functional model) {
            return List.of(model.inputForm().arrange(tensors));
        }
        return tensors.size() == 1 && !joins(layer) ? tensors : List.of(tensors);
    }

    private static List<?> calculation(OperationLayer operation, List<Object> tensors) {
        var args = new ArrayList<Object>();
        int next = 0;
        for (Tensor place : operation.places()) {
            args.add(place == null ? tensors.get(next++) : constant(place));
        }
        boolean list = List.of("Concatenate", "Stack").contains(operation.className());
        List<Object> all = new ArrayList<>(list ? List.of(args) : args);
        all.addAll(operation.operation().more());
        return all;
    }

    private static Object constant(Tensor numbers) {
        if (numbers.rank() == 0) {
            // as it was typed, not as a float rounds it
            return Double.parseDouble(Float.toString(numbers.item()));
        }
        var config = Map.of("value", Nested.of(numbers), "dtype", "float32");
        return Map.of("class_name", "__numpy__", "config", config);
    }

    private void options(Map<String, @Nullable Object> kwargs) {
        Call how = node.how();
        for (var option : how.options().entrySet()) {
            Object value = option.getValue();
            kwargs.put(key(option.getKey()), value instanceof Tensor x ? tensor.apply(x) : value);
        }
        if (how.mode() != null) {
            kwargs.put("training", how.mode());
        } else if (isOffByDefault(node.layer()) && kwargs.isEmpty()) {
            kwargs.put("training", false);
        }
    }

    private void masks(Map<String, @Nullable Object> kwargs) {
        List<@Nullable Object> masks = new ArrayList<>();
        for (Tensor mask : node.how().masks()) {
            masks.add(mask == null || mask.origin() == null ? null : tensor.apply(mask));
        }
        if (masks.isEmpty() || kwargs.containsKey("initial_state")) {
            return;
        }
        if (takesQuery(node.layer())) {
            for (int i = 0; i < masks.size(); i++) {
                kwargs.put(QUERY_NAMES.get(i) + "_mask", masks.get(i));
            }
        } else {
            kwargs.put("mask", masks.size() == 1 ? masks.get(0) : masks);
        }
    }

    /// Keras's name of an option, such as `use_causal_mask`.
    private static String key(String option) {
        return Names.key(option);
    }

    static boolean takesQuery(Layer layer) {
        return layer instanceof MultiHeadAttention || layer instanceof GroupQueryAttention;
    }

    static boolean hasFirstState(Layer layer) {
        return layer instanceof Recurrent<?> || layer instanceof Bidirectional;
    }

    /// Layers whose `training` is not left open in Keras, but off.
    static boolean isOffByDefault(Layer layer) {
        boolean drops =
                layer instanceof RandomLayer<?>
                        && layer.getClass().getPackageName().endsWith("regularization");
        return drops || layer instanceof Recurrent<?>;
    }

    private static boolean joins(Layer layer) {
        return Objects.equals(layer.getClass().getPackageName(), "nacre.layers.merging");
    }

    /// A tensor's numbers in nested lists.
    private static final class Nested {
        static Object of(Tensor x) {
            if (x.rank() == 0) {
                return (double) x.item();
            }
            return Arrays.asList(
                    IntStream.range(0, x.dim(0)).mapToObj(i -> of(x.at(0, i))).toArray());
        }
    }
}
