package nacre.layers.attention;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The sums of products of attention along chosen axes, in Einstein's notation.
///
/// Projected data is `(batch, axes…, heads, size)`. Scores are `(batch, other axes…, heads, query
/// axes…, value axes…)`.
///
/// @param scores keys times queries
/// @param combine shares times values
/// @param looked along how many axes is looked
record HeadPlan(String scores, String combine, int looked) {

    /// For data of `rank` axes, looked along `axes`.
    static HeadPlan of(int rank, int... axes) {
        String query = letters('a', rank);
        String value = query;
        for (int i = 0; i < axes.length; i++) {
            value = value.replace(query.charAt(axes[i]), (char) ('a' + rank + i));
        }
        var others = new StringBuilder();
        var ofQuery = new StringBuilder();
        var ofValue = new StringBuilder();
        for (int i = 0; i < rank - 1; i++) {
            boolean along = query.charAt(i) != value.charAt(i);
            (along ? ofQuery : others).append(query.charAt(i));
            ofValue.append(along ? String.valueOf(value.charAt(i)) : "");
        }
        String table = others.append(ofQuery).append(ofValue).toString();
        return new HeadPlan(
                value + "," + query + "->" + table,
                table + "," + value + "->" + query,
                axes.length);
    }

    static String letters(char first, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf((char) (first + i)))
                .collect(Collectors.joining());
    }

    /// How many axes scores have.
    int rank() {
        return scores.length() - scores.indexOf("->") - 2;
    }

    /// Whether data is `(batch, steps, heads, size)` and looked along the steps.
    boolean isUsual() {
        return rank() == 4 && looked == 1;
    }

    /// A mask `(batch, queries, values)` with an axis for what scores have in between.
    @Nullable Tensor forScores(@Nullable Tensor mask) {
        Tensor result = mask;
        while (result != null && result.rank() < rank()) {
            result = result.expandDims(Math.max(0, result.rank() - 2 * looked));
        }
        return result;
    }

    /// Shares that sum to 1 over all values that a query looks at.
    Tensor softmax(Tensor scores) {
        if (looked == 1 || scores.isGhost()) {
            return scores.softmax(-1);
        }
        Shape shape = scores.shape();
        int last = shape.slice(shape.rank() - looked, shape.rank()).size();
        return scores.reshape(shape.slice(0, shape.rank() - looked).insert(-1, last))
                .softmax(-1)
                .reshape(shape);
    }
}
