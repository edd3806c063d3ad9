package nacre.layers.attention;

import java.util.List;
import nacre.layers.weights.GlorotUniform;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// Looks up, for each query, the values whose keys fit it, by `Σ scale · tanh(query + key)`
/// (Bahdanau's attention).
///
/// `(batch, queries, size), (batch, values, dim)[, (batch, values, size)] → (batch, queries, dim)`
///
/// ```java
/// new AdditiveAttention().outputShape(Shape.batch(3, 4), Shape.batch(5, 4))   // (None, 3, 4)
/// ```
///
/// Source: Bahdanau and others, Neural machine translation by jointly learning to align and
/// translate (2014); [Keras,
/// AdditiveAttention](https://keras.io/api/layers/attention_layers/additive_attention/).
public final class AdditiveAttention extends SequenceAttention<AdditiveAttention> {
    private boolean useScale = true;

    private transient @Nullable Weight scale;

    /// Whether each of the numbers summed up is multiplied with one that is learned; default true.
    public AdditiveAttention useScale(boolean on) {
        return set("useScale", () -> useScale = on);
    }

    @Override
    protected void build(List<Shape> inputs) {
        if (useScale) {
            scale = addWeight("scale", Shape.of(inputs.get(0).last()), new GlorotUniform());
        }
    }

    @Override
    Tensor scores(Tensor query, Tensor key) {
        Tensor fit = query.expandDims(-2).add(key.expandDims(-3)).tanh();
        return (scale == null ? fit : fit.mul(scale.tensor())).sum(-1);
    }
}
