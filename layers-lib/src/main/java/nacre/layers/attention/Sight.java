package nacre.layers.attention;

import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Which places of the values a query may look at: masks of 1 (may) and 0, `(…, queries, values)`.
final class Sight {
    private static final float NOTHING = -1e30f; // a score so low that its share is 0

    private Sight() {}

    /// Only what came before: `(1, queries, values)`.
    static Tensor causal(int queries, int values) {
        return Tensor.range(queries).reshape(1, queries, 1).greaterEqual(Tensor.range(values));
    }

    /// Only what is less than `width` steps away: `(1, queries, values)`.
    static Tensor window(int queries, int values, int width) {
        return Tensor.range(queries)
                .reshape(1, queries, 1)
                .sub(Tensor.range(values))
                .abs()
                .less(width);
    }

    /// What both allow; null allows all.
    static @Nullable Tensor both(@Nullable Tensor a, @Nullable Tensor b) {
        return a == null ? b : b == null ? a : a.mul(b);
    }

    /// Scores with those out of sight made so low that softmax gives them 0.
    static Tensor hide(Tensor scores, @Nullable Tensor mask) {
        return mask == null || scores.isGhost() ? scores : scores.where(mask, NOTHING);
    }
}
