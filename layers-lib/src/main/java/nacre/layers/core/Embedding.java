package nacre.layers.core;

import nacre.tensor.Tensor;

/// Turns tokens (whole numbers) into vectors that are learned: a table with one row for each token.
///
/// `(…) → (…, outputDim)`, tokens from 0 up to, not including, `inputDim`; `inputDim · outputDim`
/// weights.
///
/// ```java
/// new Embedding(1000, 8).outputShape(Shape.batch(20))   // (None, 20, 8)
/// ```
///
/// Source: [Keras, Embedding](https://keras.io/api/layers/core_layers/embedding/).
public final class Embedding extends TokenTable<Embedding> {
    /// A table for this many tokens, with vectors of this size.
    public Embedding(int inputDim, int outputDim) {
        super(inputDim, outputDim);
    }

    @Override
    protected Tensor call(Tensor x) {
        return lookUp(x);
    }
}
