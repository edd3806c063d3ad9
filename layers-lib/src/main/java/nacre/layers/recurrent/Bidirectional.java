package nacre.layers.recurrent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nacre.layers.Call;
import nacre.layers.FluentLayer;
import nacre.layers.Layer;
import nacre.layers.Pass;
import nacre.layers.config.Config;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Reads a sequence in both directions with two layers of the same kind, and joins what they give.
///
/// `(batch, steps, features) → (batch, 2 · units)`, with `returnSequences` for each step. The layer
/// that is given only shows how the two are made: they have weights of their own.
///
/// ```java
/// new Bidirectional(new LSTM(4)).outputShape(Shape.batch(10, 3))                    // (None, 8)
/// new Bidirectional(new LSTM(4)).mergeMode("sum").outputShape(Shape.batch(10, 3))   // (None, 4)
/// ```
///
/// Source: Schuster and Paliwal, Bidirectional recurrent neural networks (1997); [Keras,
/// Bidirectional](https://keras.io/api/layers/recurrent_layers/bidirectional/).
public final class Bidirectional extends FluentLayer<Bidirectional> {
    private final Layer layer;
    private Layer backwardLayer;
    private @Nullable MergeMode mergeMode = MergeMode.CONCAT;

    /// Two layers like this one, such as `new LSTM(4)`: one forwards, one backwards.
    public Bidirectional(Layer layer) {
        Recurrent<?> given = recurrent("layer", layer);
        String forward = "forward_" + given.name().replaceFirst("^forward_", "");
        String backward = "backward_" + given.name().replaceFirst("^backward_", "");
        this.layer = copy(given, given.getConfig().with("name", forward));
        this.backwardLayer =
                copy(given, given.getConfig().with("name", backward).with("go_backwards", true));
    }

    @Override
    public void checkOptions() {
        if (forward().goBackwards() == backward().goBackwards()) {
            throw new IllegalArgumentException(
                    "Both layers of a Bidirectional read backwards. Give it a `layer` without `goBackwards(true)`; the one"
                            + " that reads backwards is made by itself.");
        }
    }

    private static Recurrent<?> recurrent(String option, Layer layer) {
        if (layer instanceof Recurrent<?> recurrent) {
            return recurrent;
        }
        throw new IllegalArgumentException(
                "`"
                        + option
                        + "` must be a recurrent layer such as LSTM, GRU or RNN; got "
                        + layer.getClass().getSimpleName()
                        + ".");
    }

    /// Where steps are masked both give zeros, so that neither disturbs the other.
    private static Layer copy(Recurrent<?> given, Config config) {
        return fromConfig(config.with("zero_output_for_mask", given.returnSequences()));
    }

    /// How the two are joined: `concat` (default), `sum`, `mul`, `ave`, or `none`: both come out.
    public Bidirectional mergeMode(String name) {
        if (!List.of("concat", "sum", "mul", "ave", "none").contains(name)) {
            throw new IllegalArgumentException(
                    "`mergeMode` must be \"concat\", \"sum\", \"mul\", \"ave\" or \"none\"; got \""
                            + name
                            + "\".");
        }
        return set(
                "mergeMode",
                () ->
                        mergeMode =
                                name.equals("none")
                                        ? null
                                        : MergeMode.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    /// The layer that reads backwards, if it is to be another one; it must have
    /// `goBackwards(true)`.
    public Bidirectional backwardLayer(Layer backward) {
        Recurrent<?> back = recurrent("backwardLayer", backward);
        if (back.goBackwards() == forward().goBackwards()
                || back.returnSequences() != forward().returnSequences()
                || back.returnState() != forward().returnState()
                || back.stateful() != forward().stateful()) {
            throw new IllegalArgumentException(
                    "`backwardLayer` must have another `goBackwards` than `layer`, and the same `returnSequences`,"
                            + " `returnState` and `stateful`.");
        }
        return set(
                "backwardLayer",
                () -> backwardLayer = back.zeroOutputForMask(back.returnSequences()));
    }

    private Recurrent<?> forward() {
        return recurrent("layer", layer);
    }

    private Recurrent<?> backward() {
        return recurrent("backwardLayer", backwardLayer);
    }

    @Override
    protected void build(Shape in) {
        layer.ensureBuilt(List.of(in));
        backwardLayer.ensureBuilt(List.of(in));
    }

    @Override
    protected List<Tensor> callAll(List<Tensor> inputs, Pass pass) {
        List<Tensor> states =
                inputs.size() > 1 ? inputs.subList(1, inputs.size()) : pass.initialState();
        int half = states.size() / 2;
        List<Tensor> there = read(layer, inputs.get(0), states.subList(0, half), pass);
        List<Tensor> back =
                read(backwardLayer, inputs.get(0), states.subList(half, states.size()), pass);
        Tensor y = there.get(0);
        Tensor z = forward().returnSequences() ? back.get(0).reverse(1) : back.get(0);
        var result =
                new ArrayList<Tensor>(
                        mergeMode == null ? List.of(y, z) : List.of(mergeMode.merge(y, z)));
        result.addAll(there.subList(1, there.size()));
        result.addAll(back.subList(1, back.size()));
        return result;
    }

    private static List<Tensor> read(Layer layer, Tensor x, List<Tensor> states, Pass pass) {
        Call how = Call.masked().initialState(states);
        Tensor mask = pass.mask();
        return layer.applyAll(List.of(x), mask == null ? how : how.masks(List.of(mask)));
    }

    /// Forgets what stateful layers remember of the last batch.
    public void resetStates() {
        forward().resetStates();
        backward().resetStates();
    }

    /// In files the layer is called what it is here: the one that reads forwards.
    @Override
    public Map<String, Object> parts() {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("forward_layer", layer);
        parts.put("backward_layer", backwardLayer);
        return parts;
    }

    @Override
    protected @Nullable Tensor computeMask(List<Tensor> inputs, Pass pass) {
        return forward().returnSequences() ? pass.mask() : null;
    }

    /// Where both readings come out, both have the mask.
    @Override
    protected List<Tensor> masked(List<Tensor> inputs, List<Tensor> outputs, Pass pass) {
        var result = new ArrayList<>(super.masked(inputs, outputs, pass));
        if (mergeMode == null) {
            result.set(1, result.get(1).withMask(computeMask(inputs, pass)));
        }
        return result;
    }

    @Override
    protected boolean takesMasks() {
        return true;
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
