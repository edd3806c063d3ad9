package nacre.layers.attention;

import java.util.List;
import nacre.layers.weights.Ones;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// Looks up, for each query, the values whose keys fit it: `softmax(query · keyᵀ) · value` (Luong's
/// attention).
///
/// `(batch, queries, size), (batch, values, dim)[, (batch, values, size)] → (batch, queries, dim)`
///
/// ```java
/// new Attention().outputShape(Shape.batch(3, 4), Shape.batch(5, 4))   // (None, 3, 4)
/// ```
///
/// Source: Luong and others, Effective approaches to attention-based neural machine translation
/// (2015); [Keras, Attention](https://keras.io/api/layers/attention_layers/attention/).
public final class Attention extends SequenceAttention<Attention> {
    private boolean useScale;
    private ScoreMode scoreMode = ScoreMode.DOT;

    private transient @Nullable Weight scale;
    private transient @Nullable Weight concatScoreWeight;

    /// Whether the scores are multiplied with a number that is learned; default false.
    public Attention useScale(boolean on) {
        return set("useScale", () -> useScale = on);
    }

    /// How a query is compared with a key: `dot` (default), their product, or `concat`, `Σ
    /// tanh(query + key)`.
    public Attention scoreMode(String name) {
        return set("scoreMode", () -> scoreMode = ScoreMode.of(name));
    }

    @Override
    protected void build(List<Shape> inputs) {
        if (useScale) {
            scale = addWeight("scale", Shape.SCALAR, new Ones());
        }
        if (scoreMode == ScoreMode.CONCAT) {
            concatScoreWeight = addWeight("concat_score_weight", Shape.SCALAR, new Ones());
        }
    }

    @Override
    Tensor scores(Tensor query, Tensor key) {
        if (concatScoreWeight == null) {
            Tensor product = query.product(key, false, true);
            return scale == null ? product : product.mul(scale.tensor());
        }
        Tensor pairs = query.expandDims(-2).add(key.expandDims(-3));
        Tensor scaled = scale == null ? pairs : pairs.mul(scale.tensor());
        return scaled.tanh().sum(-1).mul(concatScoreWeight.tensor());
    }
}
