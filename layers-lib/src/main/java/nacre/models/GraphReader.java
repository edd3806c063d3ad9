package nacre.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.layers.Layer;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Makes a graph from what Keras has written: first all layers, then their calls, each as soon as
/// what it needs is there.
final class GraphReader {
    private final Map<String, Step> steps = new LinkedHashMap<>();

    /// A layer with the calls that are still to be made.
    private static final class Step {
        private final Map<String, @Nullable Object> entry;
        private final List<?> calls;
        private final List<List<Tensor>> made = new ArrayList<>();
        private @Nullable Layer layer;
        private int done;

        Step(Map<String, @Nullable Object> entry) {
            this.entry = entry;
            this.calls = Plain.list(entry, "inbound_nodes");
            this.layer = CallReader.isOperation(entry) ? null : OldConfigs.layer(entry);
        }

        /// What came out of a call, or null if it is not made yet; an input has a call of its own.
        @Nullable List<Tensor> outputs(int number) {
            if (number == 0 && layer != null && calls.isEmpty() && !layer.nodes().isEmpty()) {
                return layer.getOutputsAt(0);
            }
            return number >= 0 && number < made.size() ? made.get(number) : null;
        }
    }

    private GraphReader() {}

    static Functional read(Map<String, @Nullable Object> config) {
        var reader = new GraphReader();
        for (Object entry : Plain.list(config, "layers")) {
            Map<String, @Nullable Object> step = Plain.map(entry);
            if (reader.steps.putIfAbsent(Plain.text(step, "name"), new Step(step)) != null) {
                throw new IllegalArgumentException(
                        "The model has two layers named \"" + step.get("name") + "\".");
            }
        }
        reader.makeCalls();
        Object inputs = Plain.need(config, "input_layers");
        Object outputs = Plain.need(config, "output_layers");
        Functional model =
                Functional.of(
                        form(inputs),
                        reader.tensors(inputs),
                        form(outputs),
                        reader.tensors(outputs));
        if (config.get("name") instanceof String name) {
            model.name(name);
        }
        model.ownTrainable(!Boolean.FALSE.equals(config.get("trainable")));
        return model;
    }

    /// Goes through the layers again and again, until every call is made.
    private void makeCalls() {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (Step step : steps.values()) {
                while (step.done < step.calls.size() && make(step)) {
                    step.done++;
                    progress = true;
                }
            }
        }
        List<String> stuck =
                steps.entrySet().stream()
                        .filter(step -> step.getValue().done < step.getValue().calls.size())
                        .map(Map.Entry::getKey)
                        .toList();
        if (!stuck.isEmpty()) {
            throw new IllegalArgumentException(
                    "The model's graph cannot be made: the layers "
                            + stuck
                            + " wait for tensors that nothing makes, or for each other.");
        }
    }

    /// Makes the next call of a layer; false if something that it needs is not there yet.
    private boolean make(Step step) {
        var call = new CallReader(this::find, step.entry);
        if (!call.read(step.calls.get(step.done))) {
            return false;
        }
        if (step.layer == null) {
            step.layer = call.operation();
        }
        step.made.add(call.apply(step.layer));
        return true;
    }

    /// The tensor `[layer, call, output]`, or null if it is not made yet; calls of some are counted
    /// from 1.
    private @Nullable Tensor find(List<?> place, Class<?> fromOne) {
        Step step = steps.get(String.valueOf(place.get(0)));
        if (step == null) {
            throw new IllegalArgumentException(
                    "The model's graph speaks of a layer \""
                            + place.get(0)
                            + "\" that it does not have.");
        }
        int number = Plain.whole(place.get(1)) - (fromOne.isInstance(step.layer) ? 1 : 0);
        int output = Plain.whole(place.get(2));
        List<Tensor> made = step.outputs(number);
        if (made != null && (output < 0 || output >= made.size())) {
            throw new IllegalArgumentException(
                    "The layer \"" + place.get(0) + "\" has no output " + output + ".");
        }
        return made == null ? null : made.get(output);
    }

    private static boolean isPlace(Object value) {
        return value instanceof List<?> list && list.size() == 3 && list.get(0) instanceof String;
    }

    private static Structure form(Object places) {
        if (isPlace(places)) {
            return Structure.ONE;
        }
        return places instanceof Map<?, ?> ? Structure.of(Plain.map(places)) : Structure.LIST;
    }

    private List<Tensor> tensors(Object places) {
        List<?> all =
                isPlace(places)
                        ? List.of(places)
                        : places instanceof Map<?, ?>
                                ? Structure.flat(present(places))
                                : (List<?>) places;
        var tensors = new ArrayList<Tensor>();
        for (Object place : all) {
            if (!isPlace(place)) {
                throw new IllegalArgumentException(
                        "A tensor is named by [layer, call, output]; got " + place + ".");
            }
            Tensor tensor = find((List<?>) place, Functional.class);
            if (tensor == null) {
                throw new IllegalArgumentException(
                        "The model's graph has no tensor " + place + ".");
            }
            tensors.add(tensor);
        }
        return tensors;
    }

    private static Map<String, Object> present(Object places) {
        var result = new HashMap<String, Object>();
        Plain.map(places)
                .forEach((name, place) -> result.put(name, place == null ? List.of() : place));
        return result;
    }
}
