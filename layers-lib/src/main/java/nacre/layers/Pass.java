package nacre.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What is only true during one call of one layer: training or not, masks, randomness, losses.
public final class Pass {
    private static final ScopedValue<Pass> CURRENT = ScopedValue.newInstance();

    private final Layer layer;
    private final boolean training;
    private final boolean told; // whether somebody said so
    private final List<@Nullable Tensor> masks;
    private final List<Tensor> initialState;
    private final Map<String, Object> options;
    private final List<Tensor> losses; // shared by all layers of one call from outside

    Pass(Layer layer, Call call, List<Tensor> inputs, @Nullable Pass outer) {
        this.layer = layer;
        this.training = call.mode() != null ? call.mode() : outer != null && outer.training;
        this.told = call.mode() != null || outer != null;
        this.initialState = call.initialState();
        this.options = call.options();
        this.losses = outer != null ? outer.losses : new ArrayList<>();
        this.masks = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            masks.add(i < call.masks().size() ? call.masks().get(i) : inputs.get(i).mask());
        }
    }

    /// The pass of the layer that is being called here, or null.
    static @Nullable Pass current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    <T> T run(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /// Does a piece of work as if it were not part of any call.
    public static <T> T outside(Supplier<T> work) {
        return ScopedValue.where(CURRENT, null).call(work::get);
    }

    /// Whether the layer is being trained.
    public boolean training() {
        return training;
    }

    /// The same, with an answer of one's own if the layer is called by itself and nobody says.
    public boolean training(boolean alone) {
        return told ? training : alone;
    }

    /// Which steps of the first input count, or null if all do.
    public @Nullable Tensor mask() {
        return mask(0);
    }

    /// Which steps of input `i` count, or null if all do.
    public @Nullable Tensor mask(int i) {
        return i < masks.size() ? masks.get(i) : null;
    }

    /// The first state that the caller gave; empty if none.
    public List<Tensor> initialState() {
        return initialState;
    }

    /// Whether an option of this call is switched on, as by `Call.with("useCausalMask", true)`.
    public boolean flag(String option) {
        return Boolean.TRUE.equals(options.get(option));
    }

    /// The tensor that an option of this call gives, as by `Call.with("countWeights", weights)`, or
    /// null.
    public @Nullable Tensor given(String option) {
        return options.get(option) instanceof Tensor tensor ? tensor : null;
    }

    /// Numbers to multiply with for dropout: 0 with probability `rate`, else `1 / (1 - rate)`, so
    /// that the mean stays.
    public Tensor keep(Shape shape, double rate) {
        if (!shape.isKnown()) {
            return Tensor.ghost(shape);
        }
        return layer.random().keep(shape, rate);
    }

    /// Where the layer's random numbers come from.
    public RandomStream random() {
        return layer.random();
    }

    /// Adds to what training makes small, beside the model's own loss.
    public void addLoss(Tensor loss) {
        losses.add(loss);
    }

    List<Tensor> losses() {
        return losses;
    }
}
