package nacre.layers.core;

import java.util.List;
import nacre.layers.Pass;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// An embedding that can also go back: from vectors to a score for each token.
///
/// Forward as [Embedding]: `(…) → (…, outputDim)`. With `Call.with("reverse", true)`: `(…,
/// outputDim) → (…, inputDim)`, scores `x · tableᵀ`.
///
/// ```java
/// var layer = new ReversibleEmbedding(1000, 8);
/// layer.apply(Input.of(20, 8), Call.with("reverse", true)).shape()   // (None, 20, 1000)
/// ```
///
/// Source: Press and Wolf, Using the output embedding to improve language models (2016); [Keras,
/// ReversibleEmbedding](https://keras.io/api/layers/core_layers/).
public final class ReversibleEmbedding extends TokenTable<ReversibleEmbedding> {
    private boolean tieWeights = true;
    // kept for Keras's files; numbers here are always float32
    private @Nullable String reverseDtype;
    private @Nullable Double logitSoftCap;

    private transient @Nullable Weight reverseEmbeddings;

    /// A table for this many tokens, with vectors of this size.
    public ReversibleEmbedding(int inputDim, int outputDim) {
        super(inputDim, outputDim);
    }

    @Override
    protected void build(Shape in) {
        super.build(in);
        if (!tieWeights) {
            reverseEmbeddings =
                    addWeight("reverse_embeddings", Shape.of(outputDim, inputDim), initializer());
        }
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        if (!pass.flag("reverse")) {
            return lookUp(x);
        }
        Tensor scores =
                reverseEmbeddings == null
                        ? x.product(table(), false, true)
                        : x.matmul(reverseEmbeddings.tensor());
        if (logitSoftCap == null) {
            return scores;
        }
        float cap = logitSoftCap.floatValue();
        return scores.div(cap).tanh().mul(cap);
    }

    @Override
    protected @Nullable Tensor computeMask(List<Tensor> inputs, Pass pass) {
        return pass.flag("reverse") ? null : super.computeMask(inputs, pass);
    }

    /// Whether the way back uses the same table; default true.
    public ReversibleEmbedding tieWeights(boolean on) {
        return set("tieWeights", () -> tieWeights = on);
    }

    /// Bends scores so that they stay within `±cap`: `cap · tanh(score / cap)`; default none.
    public ReversibleEmbedding logitSoftCap(double cap) {
        return set("logitSoftCap", () -> logitSoftCap = cap);
    }
}
