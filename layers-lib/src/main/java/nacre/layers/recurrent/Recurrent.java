package nacre.layers.recurrent;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.layers.FluentLayer;
import nacre.layers.Pass;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The loop over the steps of a sequence, and all that can be asked of it.
///
/// At a step that the mask leaves out, the states stay as they are and the output of the step
/// before is repeated.
public abstract class Recurrent<S extends Recurrent<S>> extends FluentLayer<S> {
    private boolean returnSequences;
    private boolean returnState;
    private boolean goBackwards;
    private boolean stateful;
    private boolean unroll;
    private boolean zeroOutputForMask;

    private transient List<Tensor> states = List.of();

    /// What one step does.
    abstract Cell cell();

    @Override
    protected void build(Shape in) {
        if (stateful && in.dim(0) == Shape.NONE) {
            throw new IllegalArgumentException(
                    "A layer that is `stateful` keeps a state for each sample, so the size of the batch must be known:"
                            + " stateful=true does not go with inputs "
                            + in
                            + ". Say it at the input, such as Input.of(Shape.of(4, 10, 3)).");
        }
        cell().ensureBuilt(List.of(in.drop(1)));
    }

    @Override
    protected void check(List<Shape> inputs) {
        Shape in = inputs.get(0);
        if (in.rank() < 3) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " needs sequences (batch, steps, …), at least 3 axes; got "
                            + in
                            + ". Add an axis with x.expandDims(…).");
        }
        if (built()
                && !buildShapes()
                        .get(0)
                        .slice(2, buildShapes().get(0).rank())
                        .accepts(in.slice(2, in.rank()))) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " \""
                            + name()
                            + "\" was built for steps of shape "
                            + buildShapes().get(0).slice(2, buildShapes().get(0).rank())
                            + " and got "
                            + in.slice(2, in.rank())
                            + ", in an input of shape "
                            + in
                            + ".");
        }
        if (in.dim(1) == 0) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " needs sequences of at least one step; got "
                            + in
                            + ".");
        }
    }

    @Override
    protected final List<Tensor> callAll(List<Tensor> inputs, Pass pass) {
        if (unroll && inputs.get(0).dim(1) == Shape.NONE) {
            throw new IllegalArgumentException(
                    "`unroll` needs to know how many steps there are; got inputs "
                            + inputs.get(0).shape()
                            + ". Say it at the input, such as Input.of(10, 3), or take `unroll` away.");
        }
        Tensor x = goBackwards ? inputs.get(0).reverse(1) : inputs.get(0);
        Tensor mask = pass.mask() == null || !goBackwards ? pass.mask() : pass.mask().reverse(1);
        List<Tensor> state = firstState(inputs, pass);
        cell().start();
        boolean quick = mask == null && !x.isGhost();
        Tensor all = quick ? cell().sequence(x, state, returnSequences, pass) : null;
        return all == null ? loop(x, mask, state, pass) : atOnce(all);
    }

    /// One step after the other.
    private List<Tensor> loop(Tensor x, @Nullable Tensor mask, List<Tensor> first, Pass pass) {
        List<Tensor> state = first;
        Tensor steps = cell().prepare(x, pass);
        List<Tensor> outputs = new ArrayList<>();
        int count = x.isGhost() ? 1 : x.dim(1); // a ghost has no numbers: one step shows all shapes
        for (int t = 0; t < count; t++) {
            List<Tensor> next = cell().step(steps.at(1, t), state, pass);
            Tensor output = cell().output(next);
            if (mask != null && !x.isGhost()) {
                Tensor now = mask.at(1, t);
                boolean repeat = t > 0 && !zeroOutputForMask;
                output =
                        choose(
                                now,
                                output,
                                repeat ? outputs.get(outputs.size() - 1) : Tensor.of(0));
                next = choose(now, next, state);
            }
            if (!returnSequences) {
                outputs.clear();
            }
            outputs.add(output);
            state = next;
        }
        return results(returnSequences ? sequence(outputs, x) : outputs.get(0), state);
    }

    /// What comes out, from the states before the first step and after each, or after the last.
    private List<Tensor> atOnce(Tensor states) {
        if (!returnSequences) {
            List<Tensor> last = parts(states);
            return results(cell().output(last), last);
        }
        int steps = states.dim(1) - 1;
        Tensor output = cell().output(parts(states)).slice(1, 1, steps + 1);
        boolean ended = returnState || stateful;
        return results(output, ended ? parts(states.at(1, steps)) : List.of());
    }

    /// The single states that lie side by side, each cut out when it is asked for: of all steps
    /// only the first is.
    private List<Tensor> parts(Tensor all) {
        List<Shape> shapes = cell().stateShapes();
        return new AbstractList<>() {
            @Override
            public Tensor get(int i) {
                int at = shapes.subList(0, i).stream().mapToInt(Shape::size).sum();
                return all.slice(-1, at, at + shapes.get(i).size());
            }

            @Override
            public int size() {
                return shapes.size();
            }
        };
    }

    private List<Tensor> results(Tensor output, List<Tensor> state) {
        if (stateful && !output.isGhost()) {
            states = state.stream().map(Tensor::copy).toList();
        }
        var result = new ArrayList<Tensor>();
        result.add(output);
        result.addAll(returnState ? state : List.of());
        return result;
    }

    private static Tensor sequence(List<Tensor> outputs, Tensor x) {
        return x.isGhost()
                ? Tensor.ghost(outputs.get(0).shape().insert(1, x.dim(1)))
                : Tensor.stack(outputs, 1);
    }

    private static Tensor choose(Tensor mask, Tensor yes, Tensor no) {
        Shape shape = mask.shape();
        while (shape.rank() < yes.rank()) {
            shape = shape.insert(-1, 1);
        }
        return yes.where(mask.reshape(shape), no);
    }

    private static List<Tensor> choose(Tensor mask, List<Tensor> yes, List<Tensor> no) {
        var result = new ArrayList<Tensor>();
        for (int i = 0; i < yes.size(); i++) {
            result.add(choose(mask, yes.get(i), no.get(i)));
        }
        return result;
    }

    /// What the caller gave, or what the last batch left (stateful), or zeros.
    private List<Tensor> firstState(List<Tensor> inputs, Pass pass) {
        Tensor x = inputs.get(0);
        List<Tensor> zeros = cell().zeroStates(x);
        List<Tensor> given =
                inputs.size() > 1 ? inputs.subList(1, inputs.size()) : pass.initialState();
        if (given.isEmpty()) {
            boolean remembered = stateful && !states.isEmpty() && !x.isGhost();
            given = remembered ? states : zeros;
        }
        List<Shape> want = zeros.stream().map(Tensor::shape).toList();
        List<Shape> got = given.stream().map(Tensor::shape).toList();
        boolean fits = want.size() == got.size();
        for (int i = 0; fits && i < want.size(); i++) {
            fits = want.get(i).accepts(got.get(i));
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "The first state of "
                            + name()
                            + " must have shapes "
                            + want
                            + "; got "
                            + got
                            + (given == states
                                    ? ", left by a batch of another size. Call resetStates() first."
                                    : "."));
        }
        return given;
    }

    /// Forgets what a stateful layer remembers of the last batch.
    public void resetStates() {
        states = List.of();
    }

    /// What a stateful layer remembers of the last batch; empty before the first.
    public List<Tensor> states() {
        return states;
    }

    @Override
    protected @Nullable Tensor computeMask(List<Tensor> inputs, Pass pass) {
        return returnSequences ? pass.mask() : null;
    }

    @Override
    protected Map<String, @Nullable Object> buildConfig() {
        Map<String, @Nullable Object> config = super.buildConfig();
        if (config.get("input_shape") instanceof List<?> shapes && buildShapes().size() > 1) {
            var parts = new LinkedHashMap<String, Object>(); // a sequence and a first state
            parts.put("sequences_shape", shapes.get(0));
            parts.put("initial_state_shape", shapes.subList(1, shapes.size()));
            return Map.of("shapes_dict", parts);
        }
        return config;
    }

    @Override
    protected boolean takesMasks() {
        return true;
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    // --- options

    /// Whether the outputs of all steps come out, or (default) only that of the last step.
    public S returnSequences(boolean on) {
        return set("returnSequences", () -> returnSequences = on);
    }

    /// Whether the last states come out as well, after the output; default false.
    public S returnState(boolean on) {
        return set("returnState", () -> returnState = on);
    }

    /// Whether the sequence is read from its end, with the outputs in that order; default false.
    public S goBackwards(boolean on) {
        return set("goBackwards", () -> goBackwards = on);
    }

    /// Whether a batch starts from the states that the batch before has left; default false.
    public S stateful(boolean on) {
        return set("stateful", () -> stateful = on);
    }

    /// Keras's choice between two ways to compute the same; here there is one, so it changes
    /// nothing.
    public S unroll(boolean on) {
        return set("unroll", () -> unroll = on);
    }

    /// Whether steps that the mask leaves out give zeros, or (default) repeat the output before.
    public S zeroOutputForMask(boolean on) {
        return set("zeroOutputForMask", () -> zeroOutputForMask = on);
    }

    final boolean returnSequences() {
        return returnSequences;
    }

    final boolean returnState() {
        return returnState;
    }

    final boolean goBackwards() {
        return goBackwards;
    }

    final boolean stateful() {
        return stateful;
    }
}
