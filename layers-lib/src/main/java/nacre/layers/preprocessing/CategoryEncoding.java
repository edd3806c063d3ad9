package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;
import static nacre.layers.preprocessing.OutputMode.COUNT;
import static nacre.layers.preprocessing.OutputMode.MULTI_HOT;
import static nacre.layers.preprocessing.OutputMode.ONE_HOT;

import nacre.layers.FluentLayer;
import nacre.layers.Pass;
import nacre.tensor.Tensor;

/// Turns categories, whole numbers from 0 to `numTokens - 1`, into rows of zeros and ones, or of
/// counts.
///
/// `(batch, n) → (batch, numTokens)`; with `one_hot` `(…, n) → (…, n, numTokens)`. A call knows the
/// option `countWeights`: how much each category counts in mode `count`.
///
/// ```java
/// new CategoryEncoding(4).apply(Tensor.of(new float[][] {{0, 1}, {3, 3}}))   // [[1, 1, 0, 0], [0, 0, 0, 1]]
/// ```
///
/// Source: [Keras,
/// CategoryEncoding](https://keras.io/api/layers/preprocessing_layers/categorical/category_encoding/).
public final class CategoryEncoding extends FluentLayer<CategoryEncoding> {
    private final int numTokens;
    private OutputMode outputMode = MULTI_HOT;

    /// So many categories.
    public CategoryEncoding(int numTokens) {
        this.numTokens = positive("numTokens", numTokens);
    }

    /// What comes out: `multi_hot` (default), `one_hot` or `count`.
    public CategoryEncoding outputMode(String name) {
        return set("outputMode", () -> outputMode = OutputMode.of(name, ONE_HOT, MULTI_HOT, COUNT));
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        Tensor weights = pass.given("countWeights");
        if (weights != null && outputMode != COUNT) {
            throw new IllegalArgumentException(
                    "`countWeights` is only for `outputMode(\"count\")`.");
        }
        return outputMode.encode(x, numTokens, weights);
    }
}
