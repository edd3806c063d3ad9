package nacre.layers.preprocessing;

import nacre.layers.config.NameChoices;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How categories, given as whole numbers from 0, become numbers for a network.
enum OutputMode {
    /// As they are.
    INT,
    /// For each a row with a single 1: `(…, n) → (…, n, depth)`, `(…, 1) → (…, depth)`.
    ONE_HOT,
    /// For each sample a row with a 1 for each category that occurs: `(batch, n) → (batch, depth)`.
    MULTI_HOT,
    /// For each sample a row that says how often each category occurs.
    COUNT,
    /// Counts, with rare words counting more.
    TF_IDF;

    /// The mode by Keras's name, if it is one of `allowed`.
    static OutputMode of(String name, OutputMode... allowed) {
        String wanted =
                switch (name) {
                    case "binary" -> "multi_hot";
                    case "tf-idf" -> "tf_idf";
                    default -> name;
                };
        return NameChoices.choose("outputMode", wanted, allowed);
    }

    /// The categories in this mode; what is not from 0 to `depth - 1` counts nowhere.
    Tensor encode(Tensor categories, int depth, @Nullable Tensor countWeights) {
        if (this == INT) {
            return categories;
        }
        Tensor x = categories.rank() == 0 ? categories.expandDims(-1) : categories;
        int samples = x.rank() > 1 ? 1 : 0;
        return switch (this) {
            case INT -> x;
            case ONE_HOT ->
                    (x.rank() > 1 && x.shape().last() == 1 ? x.squeeze(-1) : x).oneHot(depth);
            case MULTI_HOT -> x.oneHot(depth).max(samples);
            case COUNT, TF_IDF -> {
                Tensor ones = x.oneHot(depth);
                yield (countWeights == null ? ones : ones.mul(countWeights.expandDims(-1)))
                        .sum(samples);
            }
        };
    }
}
