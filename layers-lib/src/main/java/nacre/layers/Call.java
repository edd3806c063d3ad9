package nacre.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How a layer is called, where it is not just on data: `dropout.apply(x, Call.training())`.
///
/// @param mode true in training, false in inference, null: as the layer around it
/// @param masks which steps count, one mask for each input, null: all count; empty: those attached
///   to the inputs
/// @param initialState the first state of a recurrent layer; empty: its own
/// @param options what only some layers know, such as `useCausalMask` of an attention layer
public record Call(
        @Nullable Boolean mode,
        List<@Nullable Tensor> masks,
        List<Tensor> initialState,
        Map<String, Object> options) {
    static final Call PLAIN = new Call(null, List.of(), List.of(), Map.of());
    static final String UNPRICED = "unpriced";

    /// A call like any other.
    public static Call plain() {
        return PLAIN;
    }

    /// A call in training: dropout drops, normalisation uses the batch.
    public static Call training() {
        return PLAIN.training(true);
    }

    /// A call in inference, also inside of training.
    public static Call inference() {
        return PLAIN.training(false);
    }

    /// A call with masks.
    public static Call masked(Tensor... masks) {
        return PLAIN.masks(List.of(masks));
    }

    /// A call with an option that the layer knows, such as `useCausalMask`.
    public static Call with(String option, Object value) {
        return PLAIN.and(option, value);
    }

    /// The same call, in training or not.
    public Call training(boolean on) {
        return new Call(on, masks, initialState, options);
    }

    /// The same call with these masks.
    public Call masks(List<@Nullable Tensor> newMasks) {
        return new Call(mode, newMasks, initialState, options);
    }

    /// The same call with this first state.
    public Call initialState(List<Tensor> state) {
        return new Call(mode, masks, state, options);
    }

    /// The same call, but the layer's activity regularizer adds nothing to the loss.
    public Call unpriced() {
        return and(UNPRICED, true);
    }

    /// The same call with one more option.
    public Call and(String option, Object value) {
        var more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new Call(mode, masks, initialState, more);
    }
}
