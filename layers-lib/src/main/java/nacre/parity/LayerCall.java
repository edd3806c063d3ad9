package nacre.parity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.layers.config.Names;
import nacre.tensor.Gradients;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// One call of a layer: what goes in, and everything that must come out.
///
/// @param inputs the tensors, those that Keras takes by name (`value`, `key`) last
/// @param positional how many of them have gradients in the case
/// @param how training, masks, states and options
record LayerCall(List<Tensor> inputs, int positional, Call how) {
    private static final List<String> MORE_INPUTS = List.of("value", "key");

    static LayerCall of(Case call) {
        List<Tensor> inputs = new ArrayList<>(Arrays.tensors(call.get("inputs")));
        int positional = inputs.size();
        Map<String, @Nullable Object> kwargs = call.map("kwargs");
        for (String name : MORE_INPUTS) {
            if (kwargs.get(name) != null) {
                inputs.add(Arrays.tensor(kwargs.get(name)));
            }
        }
        return new LayerCall(inputs, positional, how(kwargs));
    }

    private static Call how(Map<String, @Nullable Object> kwargs) {
        Call how = Call.masked();
        for (Map.Entry<String, @Nullable Object> entry : new LinkedHashMap<>(kwargs).entrySet()) {
            String name = entry.getKey();
            Object value = entry.getValue();
            if (value == null || MORE_INPUTS.contains(name)) {
                continue;
            }
            how =
                    switch (name) {
                        case "training" -> how.training(Boolean.TRUE.equals(value));
                        case "mask" -> how.masks(Arrays.tensorsOrNull(value));
                        case "initial_state", "states" -> how.initialState(Arrays.tensors(value));
                        default ->
                                how.and(
                                        Names.camel(name),
                                        Arrays.isArray(value) ? Arrays.tensor(value) : value);
                    };
        }
        return how;
    }

    void check(String prefix, Layer layer, Case call, Checks checks) {
        if (Boolean.TRUE.equals(call.get("reset_states_before"))) {
            MadeLayer.resetStates(layer);
        }
        var tape = new Tape(Set.copyOf(layer.trainableWeights()));
        List<Tensor> watched = inputs.stream().map(tape::watch).toList();
        List<Tensor> outputs = tape.run(() -> layer.applyAll(watched, how));
        List<@Nullable Object> wanted = Arrays.flat(call.get("outputs"));
        if (outputs.size() != wanted.size()) {
            checks.fail(
                    prefix + "gives " + outputs.size() + " outputs instead of " + wanted.size());
            return;
        }
        for (int i = 0; i < outputs.size(); i++) {
            checks.numbers(
                    prefix + "output" + (outputs.size() == 1 ? "" : " " + i),
                    outputs.get(i),
                    wanted.get(i));
        }
        masks(prefix, outputs, call, checks);
        losses(prefix, layer, call, checks);
        weightsAfter(prefix, layer, call, checks);
        if (call.has("upstream")) {
            List<Tensor> upstream = Arrays.tensors(call.get("upstream"));
            gradients(prefix, layer, watched, tape.gradients(outputs, upstream), call, checks);
        }
    }

    private static void masks(String prefix, List<Tensor> outputs, Case call, Checks checks) {
        List<@Nullable Object> wanted =
                call.has("output_masks") ? Arrays.flat(call.get("output_masks")) : List.of();
        for (int i = 0; i < wanted.size() && i < outputs.size(); i++) {
            Tensor mask = outputs.get(i).mask();
            if (mask == null || wanted.get(i) == null) {
                checks.that(
                        mask == null && wanted.get(i) == null,
                        prefix + "mask " + i + " is " + mask);
            } else {
                checks.numbers(prefix + "mask " + i, mask, wanted.get(i));
            }
        }
    }

    private static void losses(String prefix, Layer layer, Case call, Checks checks) {
        if (call.has("layer_losses")) {
            List<@Nullable Object> wanted = call.list("layer_losses");
            List<Tensor> losses = layer.losses();
            checks.that(
                    losses.size() == wanted.size(),
                    prefix + "adds " + losses.size() + " losses instead of " + wanted.size());
            for (int i = 0; i < Math.min(losses.size(), wanted.size()); i++) {
                checks.number(
                        prefix + "loss " + i, losses.get(i).item(), Arrays.number(wanted.get(i)));
            }
        }
    }

    private static void weightsAfter(String prefix, Layer layer, Case call, Checks checks) {
        if (call.has("weights_after")) {
            List<Tensor> wanted = Arrays.tensors(call.get("weights_after"));
            List<Tensor> weights = layer.getWeights();
            checks.that(
                    weights.size() == wanted.size(), prefix + "has " + weights.size() + " weights");
            for (int i = 0; i < Math.min(weights.size(), wanted.size()); i++) {
                checks.numbers(
                        prefix + "weight " + i + " after the call", weights.get(i), wanted.get(i));
            }
        }
    }

    private void gradients(
            String prefix,
            Layer layer,
            List<Tensor> watched,
            Gradients gradients,
            Case call,
            Checks checks) {
        List<@Nullable Object> wanted = Arrays.flat(call.list("grad_inputs"));
        checks.that(wanted.size() <= positional, prefix + "takes only " + positional + " inputs");
        for (int i = 0; i < Math.min(wanted.size(), positional); i++) {
            if (wanted.get(i) != null) {
                checks.numbers(
                        prefix + "gradient of input " + i,
                        gradients.of(watched.get(i)),
                        wanted.get(i));
            }
        }
        List<@Nullable Object> ofWeights = Arrays.flat(call.list("grad_weights"));
        List<Weight> weights = layer.trainableWeights();
        checks.that(
                weights.size() == ofWeights.size(),
                prefix + "trains " + weights.size() + " weights instead of " + ofWeights.size());
        for (int i = 0; i < Math.min(weights.size(), ofWeights.size()); i++) {
            String what = prefix + "gradient of weight " + weights.get(i).name();
            if (ofWeights.get(i) == null) {
                checks.that(!gradients.has(weights.get(i)), what + " is there");
            } else {
                checks.numbers(what, gradients.of(weights.get(i)), ofWeights.get(i));
            }
        }
    }
}
