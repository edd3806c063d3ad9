package nacre.layers.attention;

import static nacre.layers.Arguments.share;

import java.util.List;
import nacre.layers.Pass;
import nacre.layers.RandomLayer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What [Attention] and [AdditiveAttention] share: from scores to shares to a weighted mean of the
/// values.
///
/// Inputs are `(query, value)` or `(query, value, key)`. Masks are one for the queries, whose
/// results become 0, and one for the values, which are not looked at. A call knows the options
/// `useCausalMask` (nobody looks ahead) and `returnAttentionScores` (the shares come out as well).
public abstract class SequenceAttention<S extends SequenceAttention<S>> extends RandomLayer<S> {
    private double dropout;

    /// How well each query `(batch, queries, size)` fits each key: `(batch, queries, keys)`.
    abstract Tensor scores(Tensor query, Tensor key);

    @Override
    protected void check(List<Shape> inputs) {
        String layer = getClass().getSimpleName();
        if (inputs.size() < 2 || inputs.size() > 3) {
            throw new IllegalArgumentException(
                    layer
                            + " takes a list of 2 or 3 inputs, [query, value] or [query, value, key]; got "
                            + inputs.size()
                            + ".");
        }
        Shape query = inputs.get(0);
        Shape key = inputs.get(inputs.size() - 1);
        if (inputs.stream().anyMatch(shape -> shape.rank() != query.rank() || shape.rank() < 2)
                || !query.slice(query.rank() - 1, query.rank())
                        .accepts(key.slice(key.rank() - 1, key.rank()))) {
            throw new IllegalArgumentException(
                    layer
                            + " needs sequences (batch, steps, size), with queries and keys of one size; got "
                            + inputs
                            + ".");
        }
    }

    @Override
    protected List<Tensor> callAll(List<Tensor> inputs, Pass pass) {
        Tensor query = inputs.get(0);
        Tensor value = inputs.get(1);
        Tensor scores = scores(query, inputs.get(inputs.size() - 1));
        Tensor shares = Sight.hide(scores, sight(scores, pass)).softmax(-1);
        if (pass.training() && dropout > 0) {
            shares = shares.mul(pass.keep(shares.shape(), dropout));
        }
        Tensor result = shares.matmul(value);
        Tensor queryMask = pass.mask(0);
        if (queryMask != null && !result.isGhost()) {
            result = result.where(queryMask.expandDims(-1), 0);
        }
        return pass.flag("returnAttentionScores") ? List.of(result, shares) : List.of(result);
    }

    private static @Nullable Tensor sight(Tensor scores, Pass pass) {
        if (scores.isGhost()) {
            return null;
        }
        Tensor valueMask = pass.mask(1);
        return Sight.both(
                valueMask == null ? null : valueMask.expandDims(-2),
                pass.flag("useCausalMask") ? Sight.causal(scores.dim(-2), scores.dim(-1)) : null);
    }

    @Override
    protected boolean takesMasks() {
        return true;
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    /// The share of the shares that is dropped while training; default 0.
    public S dropout(double rate) {
        share("dropout", rate);
        return set("dropout", () -> dropout = rate);
    }
}
