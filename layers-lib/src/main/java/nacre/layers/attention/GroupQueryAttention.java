package nacre.layers.attention;

import static nacre.layers.Arguments.positive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.layers.Pass;
import nacre.layers.core.EinsumDense;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Attention with several heads where groups of them share keys and values, which saves weights and
/// memory.
///
/// With one head for keys and values it is multi-query attention, with as many as for queries
/// [MultiHeadAttention]. `(batch, queries, size), (batch, values, size) → (batch, queries, size)`
///
/// ```java
/// new GroupQueryAttention(8, 4, 2).outputShape(Shape.batch(3, 16), Shape.batch(5, 16))   // (None, 3, 16)
/// ```
///
/// Source: Ainslie and others, GQA (2023); [Keras,
/// GroupQueryAttention](https://keras.io/api/layers/attention_layers/group_query_attention/).
public final class GroupQueryAttention extends HeadAttention<GroupQueryAttention> {
    private final int headDim;
    private final int numQueryHeads;
    private final int numKeyValueHeads;

    /// Heads of this size: so many for queries, and so many for keys and values, which must divide
    /// those.
    public GroupQueryAttention(int headDim, int numQueryHeads, int numKeyValueHeads) {
        this.headDim = positive("headDim", headDim);
        this.numQueryHeads = positive("numQueryHeads", numQueryHeads);
        this.numKeyValueHeads = positive("numKeyValueHeads", numKeyValueHeads);
        if (numQueryHeads % numKeyValueHeads != 0) {
            throw new IllegalArgumentException(
                    "`numKeyValueHeads` must divide `numQueryHeads`; got "
                            + numKeyValueHeads
                            + " and "
                            + numQueryHeads
                            + ".");
        }
    }

    /// As in Keras, the price is one of the result as well as of the projections' outputs.
    @Override
    protected @Nullable Regularizer outputPrice() {
        return activityRegularizer();
    }

    @Override
    protected List<Tensor> callAll(List<Tensor> inputs, Pass pass) {
        Shape query = inputs.get(0).shape();
        Shape value = inputs.get(1).shape();
        if (inputs.get(0).isGhost() && query.last() != value.last()) {
            throw new IllegalArgumentException(
                    "GroupQueryAttention needs a query and a value of one size; got "
                            + query
                            + " and "
                            + value
                            + ".");
        }
        return super.callAll(inputs, pass);
    }

    @Override
    void project(Shape query, Shape value, Shape key) {
        queryDense = split("query", numQueryHeads);
        keyDense = split("key", numKeyValueHeads);
        gateDense = useGate() ? split("gate", numQueryHeads).activation("sigmoid") : null;
        valueDense = split("value", numKeyValueHeads);
        outputDense =
                projection("attention_output", "bquh,uhm->bqm", "m", Shape.NONE, query.last());
    }

    private EinsumDense split(String name, int heads) {
        return projection(name, "bqm,muh->bquh", "uh", Shape.NONE, heads, headDim);
    }

    @Override
    int[] axes(Shape query) {
        return new int[] {1};
    }

    @Override
    int headSize() {
        return headDim;
    }

    @Override
    Tensor perHead(Tensor projected) {
        return projected.repeat(numQueryHeads / numKeyValueHeads, 2);
    }

    @Override
    @Nullable Tensor queryMask(Pass pass) {
        Tensor given = pass.given("queryMask");
        return given == null ? pass.mask(0) : given;
    }

    @Override
    boolean blindIsZero(int rank, Pass pass) {
        return pass.flag("returnAttentionScores") || dropout() > 0;
    }

    /// In Keras's files the projections' names begin with an underscore.
    @Override
    public Map<String, Object> parts() {
        var parts = new LinkedHashMap<String, Object>();
        super.parts().forEach((name, part) -> parts.put("_" + name, part));
        return parts;
    }
}
