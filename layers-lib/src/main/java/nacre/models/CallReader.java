package nacre.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.layers.OperationLayer;
import nacre.layers.config.Names;
import nacre.tensor.OpName;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Reads one call of a layer, `{args: […], kwargs: {…}}`, or a list of tensors as Keras 2 wrote it.
final class CallReader {
    /// Finds the tensor `[layer, call, output]`, null if it is not made yet; calls of layers of a
    /// kind are counted from 1.
    interface Tensors {
        @Nullable Tensor find(List<?> place, Class<?> fromOne);
    }

    private final Tensors tensors;
    private final Map<String, @Nullable Object> entry;
    private final List<Tensor> arguments = new ArrayList<>();
    private final List<@Nullable Tensor> places = new ArrayList<>(); // of a calculation
    private final List<Object> more = new ArrayList<>();
    private Call how = Call.plain();
    private boolean complete = true;

    CallReader(Tensors tensors, Map<String, @Nullable Object> entry) {
        this.tensors = tensors;
        this.entry = entry;
    }

    /// Whether an entry of a graph is a calculation and no layer.
    static boolean isOperation(Map<String, @Nullable Object> entry) {
        return entry.get("module") instanceof String module && module.startsWith("keras.src.ops");
    }

    /// Reads; false if a tensor is not made yet.
    boolean read(@Nullable Object call) {
        if (call instanceof List<?> old) {
            old.forEach(this::legacy);
            return complete;
        }
        Map<String, @Nullable Object> data = Plain.map(call);
        Plain.list(data, "args").forEach(this::argument);
        kwargs(Plain.map(Plain.need(data, "kwargs")));
        return complete;
    }

    /// Calls the layer.
    List<Tensor> apply(Layer layer) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException(
                    "A call of the layer \"" + layer.name() + "\" has no tensors.");
        }
        Call call = how;
        if (NodeConfig.isOffByDefault(layer) && Boolean.FALSE.equals(how.mode())) {
            // Keras's default, not a wish
            call = new Call(null, how.masks(), how.initialState(), how.options());
        }
        return layer.applyAll(arguments, call);
    }

    /// The calculation that this is a call of.
    OperationLayer operation() {
        Map<String, @Nullable Object> config = Plain.map(Plain.need(entry, "config"));
        var options = new LinkedHashMap<String, Object>();
        config.forEach(
                (key, value) -> {
                    if (value != null && !key.equals("name")) {
                        options.put(key, value);
                    }
                });
        var name =
                new OpName(
                        Plain.text(entry, "module"),
                        Plain.text(entry, "class_name"),
                        options,
                        more);
        OperationLayer layer = Operations.make(name, places);
        layer.name(Plain.text(entry, "name"));
        return layer;
    }

    private void argument(@Nullable Object value) {
        if (isTensor(value)) {
            Tensor tensor = tensor(value);
            if (tensor != null) {
                arguments.add(tensor);
                places.add(null);
            }
        } else if (value instanceof List<?> list
                && more.isEmpty()
                && list.stream().anyMatch(CallReader::isTensor)) {
            list.forEach(this::argument);
        } else if (value instanceof Map<?, ?> byName && !byName.containsKey("class_name")) {
            new TreeMap<>(Plain.map(byName)).values().forEach(this::argument);
        } else if (value instanceof Number number) {
            places.add(Tensor.of(number.floatValue()));
        } else if (value instanceof Map<?, ?> map && "__numpy__".equals(map.get("class_name"))) {
            places.add(numbers(Plain.map(map.get("config")).get("value")));
        } else if (value != null) {
            more.add(value);
        }
    }

    private void kwargs(Map<String, @Nullable Object> kwargs) {
        var masks = new ArrayList<@Nullable Tensor>();
        for (Map.Entry<String, @Nullable Object> kwarg : kwargs.entrySet()) {
            Object value = kwarg.getValue();
            int query = NodeConfig.QUERY_NAMES.indexOf(kwarg.getKey().replace("_mask", ""));
            switch (kwarg.getKey()) {
                case "training" ->
                        how = value == null ? how : how.training(Boolean.TRUE.equals(value));
                case "initial_state", "query", "value", "key", "inputs" -> argument(value);
                case "mask" -> mask(value, masks);
                default -> {
                    if (query >= 0) {
                        mask(value, masks);
                    } else if (value != null && !Boolean.FALSE.equals(value)) {
                        Object option = isTensor(value) ? tensor(value) : value;
                        how = option == null ? how : how.and(Names.camel(kwarg.getKey()), option);
                    }
                }
            }
        }
        if (masks.stream().anyMatch(Objects::nonNull)) {
            how = how.masks(masks);
        }
    }

    private void mask(@Nullable Object value, List<@Nullable Tensor> masks) {
        if (value instanceof List<?> list) {
            list.forEach(item -> mask(item, masks));
        } else {
            masks.add(value == null ? null : tensor(value));
        }
    }

    /// `[layer, call, output, options]`.
    private void legacy(@Nullable Object input) {
        if (!(input instanceof List<?> place) || place.size() < 3) {
            throw new IllegalArgumentException(
                    "An input of a layer is [layer, call, output]; got " + input + ".");
        }
        if (place.get(0) instanceof List<?>) {
            place.forEach(this::legacy);
            return;
        }
        Tensor tensor = tensors.find(place, Model.class);
        complete &= tensor != null;
        if (tensor != null) {
            arguments.add(tensor);
        }
    }

    private static boolean isTensor(@Nullable Object value) {
        return value instanceof Map<?, ?> map && "__keras_tensor__".equals(map.get("class_name"));
    }

    private @Nullable Tensor tensor(@Nullable Object value) {
        Map<String, @Nullable Object> config = Plain.map(Plain.need(Plain.map(value), "config"));
        List<?> place = Plain.list(config, "keras_history");
        if (place.size() != 3) {
            throw new IllegalArgumentException(
                    "A tensor is named by [layer, call, output]; got " + place + ".");
        }
        Tensor tensor = tensors.find(place, Void.class);
        complete &= tensor != null;
        return tensor;
    }

    private static Tensor numbers(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return Tensor.stack(list.stream().map(CallReader::numbers).toList(), 0);
        }
        return Tensor.of(value instanceof Number number ? number.floatValue() : Float.NaN);
    }
}
