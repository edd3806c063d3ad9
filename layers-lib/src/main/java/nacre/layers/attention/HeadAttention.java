package nacre.layers.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nacre.layers.Pass;
import nacre.layers.core.EinsumDense;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What [MultiHeadAttention] and [GroupQueryAttention] share: project, let each head look, project
/// back.
///
/// Inputs are `(query, value)` or `(query, value, key)`. A call knows the options `useCausalMask`
/// (nobody looks ahead), `returnAttentionScores` (the shares come out as well), `attentionMask`
/// `(batch, queries, values)`, `valueMask` and `keyMask` `(batch, values)`; masks attached to the
/// inputs count as well.
public abstract class HeadAttention<S extends HeadAttention<S>> extends HeadOptions<S> {
    transient @Nullable EinsumDense queryDense;
    transient @Nullable EinsumDense keyDense;
    transient @Nullable EinsumDense gateDense;
    transient @Nullable EinsumDense valueDense;
    transient @Nullable EinsumDense outputDense;

    /// Makes the projections.
    abstract void project(Shape query, Shape value, Shape key);

    /// Which axes are looked along, for queries of this shape.
    abstract int[] axes(Shape query);

    /// The size of a head's queries and keys.
    abstract int headSize();

    /// Keys or values for each head of the queries.
    abstract Tensor perHead(Tensor projected);

    /// The mask of the queries, if it counts.
    abstract @Nullable Tensor queryMask(Pass pass);

    /// Whether a query that may see nothing gets zeros; else it gets the mean of all values.
    ///
    /// @param rank of the scores
    abstract boolean blindIsZero(int rank, Pass pass);

    @Override
    protected List<String> inputNames() {
        return List.of("query", "value", "key");
    }

    @Override
    protected void check(List<Shape> inputs) {
        String layer = getClass().getSimpleName();
        if (inputs.size() < 2 || inputs.size() > 3) {
            throw new IllegalArgumentException(
                    layer
                            + " takes 2 or 3 inputs, query and value or query, value and key; got "
                            + inputs.size()
                            + ". For self-attention give the same tensor twice: apply(x, x).");
        }
        Shape value = inputs.get(1);
        Shape key = inputs.get(inputs.size() - 1);
        if (inputs.stream().anyMatch(shape -> shape.rank() < 3)
                || !value.slice(1, value.rank() - 1).accepts(key.slice(1, key.rank() - 1))) {
            throw new IllegalArgumentException(
                    layer
                            + " needs sequences (batch, steps, size), with as many keys as values; got query "
                            + inputs.get(0)
                            + ", value "
                            + value
                            + ", key "
                            + key
                            + ".");
        }
    }

    @Override
    protected void build(List<Shape> inputs) {
        Shape key = inputs.get(inputs.size() - 1);
        project(inputs.get(0), inputs.get(1), key);
        made(queryDense).ensureBuilt(List.of(inputs.get(0)));
        made(keyDense).ensureBuilt(List.of(key));
        if (gateDense != null) {
            gateDense.ensureBuilt(List.of(inputs.get(0)));
        }
        made(valueDense).ensureBuilt(List.of(inputs.get(1)));
        Shape heads = made(queryDense).outputShape(inputs.get(0));
        Shape values = made(valueDense).outputShape(inputs.get(1));
        made(outputDense).ensureBuilt(List.of(heads.with(-1, values.last())));
    }

    private static EinsumDense made(@Nullable EinsumDense dense) {
        return Objects.requireNonNull(dense, "the projections are made by build");
    }

    @Override
    protected List<Tensor> callAll(List<Tensor> inputs, Pass pass) {
        checkScores(pass.flag("returnAttentionScores"));
        Tensor query = inputs.get(0);
        Tensor q = made(queryDense).apply(query);
        Tensor k = made(keyDense).apply(inputs.get(inputs.size() - 1));
        Tensor v = made(valueDense).apply(inputs.get(1));
        var plan = HeadPlan.of(q.rank(), axes(query.shape()));
        Tensor mask = plan.forScores(sight(inputs, pass));
        float scale = (float) (1 / Math.sqrt(headSize()));
        boolean ghost = q.isGhost() || k.isGhost() || v.isGhost();
        if (plan.isUsual() && !blindIsZero(plan.rank(), pass) && !ghost) {
            // In one operation, of which the rest is the plain twin. It keeps no shares that could
            // be asked for or dropped: in both cases the blind get zeros.
            return List.of(result(q.attend(k, v, mask, scale), query));
        }
        Tensor scores = Tensor.einsum(plan.scores(), perHead(k), q.mul(scale));
        Tensor shares = plan.softmax(Sight.hide(scores, mask));
        if (mask != null && !scores.isGhost() && blindIsZero(plan.rank(), pass)) {
            shares = shares.where(mask, 0);
        }
        Tensor kept =
                pass.training() && dropout() > 0
                        ? shares.mul(pass.keep(shares.shape(), dropout()))
                        : shares;
        Tensor result = result(Tensor.einsum(plan.combine(), kept, perHead(v)), query);
        return pass.flag("returnAttentionScores") ? List.of(result, shares) : List.of(result);
    }

    /// What the heads see, through the gate and projected back.
    private Tensor result(Tensor seen, Tensor query) {
        Tensor result =
                made(outputDense)
                        .apply(gateDense == null ? seen : seen.mul(gateDense.apply(query)));
        return result.isGhost() ? Tensor.ghost(stepsOf(query.shape(), result.shape())) : result;
    }

    /// The shape of the result, which has a query's steps, also where the projection leaves them
    /// open.
    private static Shape stepsOf(Shape query, Shape result) {
        Shape known = result;
        for (int axis = 1; axis < query.rank() - 1; axis++) {
            known = known.with(axis, query.dim(axis));
        }
        return known;
    }

    /// All masks as one: `(batch, queries, values)`.
    private @Nullable Tensor sight(List<Tensor> inputs, Pass pass) {
        Tensor queries = inputs.get(0);
        Tensor values = inputs.get(1);
        if (queries.isGhost() || values.isGhost()) {
            return null;
        }
        Tensor queryMask = queryMask(pass);
        var masks = new ArrayList<@Nullable Tensor>();
        masks.add(pass.given("attentionMask"));
        masks.add(queryMask == null ? null : queryMask.expandDims(-1));
        masks.add(ofValues(pass.given("valueMask"), pass.mask(1)));
        masks.add(ofValues(pass.given("keyMask"), inputs.size() > 2 ? pass.mask(2) : null));
        masks.add(pass.flag("useCausalMask") ? Sight.causal(queries.dim(1), values.dim(1)) : null);
        masks.add(
                slidingWindow() == null
                        ? null
                        : Sight.window(queries.dim(1), values.dim(1), slidingWindow()));
        Tensor all = null;
        for (Tensor mask : masks) {
            all = Sight.both(all, mask);
        }
        return all;
    }

    private static @Nullable Tensor ofValues(@Nullable Tensor given, @Nullable Tensor attached) {
        Tensor mask = given == null ? attached : given;
        return mask == null ? null : mask.expandDims(-2);
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
