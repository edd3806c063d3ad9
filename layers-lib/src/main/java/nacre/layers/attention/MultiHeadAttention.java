package nacre.layers.attention;

import static nacre.layers.Arguments.positive;

import java.util.Arrays;
import java.util.stream.IntStream;
import nacre.layers.Pass;
import nacre.layers.core.EinsumDense;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Several heads look at a sequence at once, each with projections of its own; the heart of a
/// Transformer.
///
/// Each head: `softmax(q · kᵀ / √keyDim) · v` with `q`, `k`, `v` its projections of query, key and
/// value; all heads together are projected back. `(batch, queries, size), (batch, values, dim) →
/// (batch, queries, size)`
///
/// ```java
/// new MultiHeadAttention(2, 8).outputShape(Shape.batch(3, 16), Shape.batch(5, 16))   // (None, 3, 16)
/// ```
///
/// Source: Vaswani and others, Attention is all you need (2017); [Keras,
/// MultiHeadAttention](https://keras.io/api/layers/attention_layers/multi_head_attention/).
public final class MultiHeadAttention extends HeadAttention<MultiHeadAttention> {
    private final int numHeads;
    private final int keyDim;
    private int valueDim;
    private int @Nullable [] outputShape;
    private int @Nullable [] attentionAxes;

    /// So many heads, whose queries and keys have this size.
    public MultiHeadAttention(int numHeads, int keyDim) {
        this.numHeads = positive("numHeads", numHeads);
        this.keyDim = positive("keyDim", keyDim);
        this.valueDim = keyDim;
    }

    /// The size of a head's values; default: that of its keys.
    public MultiHeadAttention valueDim(int size) {
        positive("valueDim", size);
        return set("valueDim", () -> valueDim = size);
    }

    /// The sizes of each result, without batch and steps; default: those of a query.
    public MultiHeadAttention outputShape(int... sizes) {
        return set("outputShape", () -> outputShape = sizes.clone());
    }

    /// Along which axes is looked; default: all but the batch and the last.
    public MultiHeadAttention attentionAxes(int... axes) {
        return set("attentionAxes", () -> attentionAxes = axes.clone());
    }

    @Override
    void project(Shape query, Shape value, Shape key) {
        queryDense = split("query", query, keyDim);
        keyDense = split("key", key, keyDim);
        gateDense = useGate() ? split("gate", query, valueDim).activation("sigmoid") : null;
        valueDense = split("value", value, valueDim);
        attentionAxes = axes(query);
        int[] sizes = outputShape == null ? new int[] {query.last()} : outputShape;
        String free = HeadPlan.letters('a', query.rank() - 1);
        String out = HeadPlan.letters('m', sizes.length);
        outputDense =
                projection(
                        "attention_output",
                        free + "yz,yz" + out + "->" + free + out,
                        out,
                        all(query, sizes));
    }

    private EinsumDense split(String name, Shape in, int size) {
        String free = HeadPlan.letters('a', in.rank() - 1);
        return projection(name, free + "x,xyz->" + free + "yz", "yz", all(in, numHeads, size));
    }

    /// The axes of `in` between batch and last, sizes unknown, then these sizes.
    private static int[] all(Shape in, int... sizes) {
        int[] result = new int[in.rank() - 2 + sizes.length];
        Arrays.fill(result, Shape.NONE);
        System.arraycopy(sizes, 0, result, in.rank() - 2, sizes.length);
        return result;
    }

    @Override
    int[] axes(Shape query) {
        return attentionAxes == null
                ? IntStream.range(1, query.rank() - 1).toArray()
                : IntStream.of(attentionAxes).map(query::axis).toArray();
    }

    @Override
    int headSize() {
        return keyDim;
    }

    @Override
    Tensor perHead(Tensor projected) {
        return projected;
    }

    /// As in Keras, only a mask attached to the query counts.
    @Override
    @Nullable Tensor queryMask(Pass pass) {
        return pass.mask(0);
    }

    @Override
    boolean blindIsZero(int rank, Pass pass) {
        return pass.flag("returnAttentionScores")
                || rank != 4
                || (pass.training() && dropout() > 0);
    }
}
