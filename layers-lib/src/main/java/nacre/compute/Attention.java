package nacre.compute;

import java.util.Arrays;
import nacre.compute.Scratch.Use;
import org.jspecify.annotations.Nullable;

/// Several heads look at a sequence: the scores of a query with all keys become shares, and its
/// result is the mean of the values by these shares.
///
/// `shares = softmax(scale · query · keyᵀ)`, `result = shares · value`, for each head by itself.
/// Data lies as `(batch, steps, heads, size)`. If keys and values have fewer heads than queries,
/// neighbours share one.
///
/// Why it is fast: the products read each head where it lies, so nothing is copied or transposed,
/// and the scores of a head become shares while they are in the cache. The plain twin is the same
/// in single operations, in `nacre.layers.attention.HeadAttention`.
///
/// @param values how many keys, and values
/// @param keyHeads heads of keys and values; divides `heads`
/// @param size of a query and of a key
/// @param valueSize of a value
public record Attention(
        int batch,
        int queries,
        int values,
        int heads,
        int keyHeads,
        int size,
        int valueSize,
        float scale) {
    private static final float OUT_OF_SIGHT = -1e30f; // a score so low that its share is 0

    /// Which values a query may look at: not those where the number is 0.
    ///
    /// @param strides distances of neighbours along batch, heads, queries and values; 0 repeats
    public record Mask(float[] numbers, int[] strides) {
        private int row(int n, int head, int query) {
            return n * strides[0] + head * strides[1] + query * strides[2];
        }
    }

    /// How many shares there are.
    public int sharesSize() {
        return batch * heads * queries * values;
    }

    /// The results.
    ///
    /// @param shares where the shares go, `batch × heads × queries × values`; if it is empty, they
    ///   are not kept
    public void forward(
            float[] query,
            float[] key,
            float[] value,
            @Nullable Mask mask,
            float[] shares,
            float[] out) {
        int table = queries * values;
        boolean kept = shares.length > 0;
        each(
                (n, head, keyHead) -> {
                    float[] s = kept ? shares : Scratch.floats(Use.SCORES, table);
                    int at = kept ? (n * heads + head) * table : 0;
                    Matrix scores = new Matrix(s, at, values, 1);
                    Matrix keys = keys(key, n, keyHead);
                    product(
                            queries,
                            values,
                            size,
                            query(query, n, head),
                            keys.transposed(),
                            scores);
                    Elementwise.Part.scalar(Binary.MUL, s, at, scale, s, at, table);
                    hide(mask, n, head, s, at, OUT_OF_SIGHT);
                    Softmax.rows(s, at, queries, values, s);
                    Matrix v = values(value, n, keyHead);
                    product(queries, valueSize, values, scores, v, result(out, n, head));
                });
    }

    /// The gradients by queries, keys and values, from that by the results, `g`.
    ///
    /// @param shares as [#forward] has left them
    public void backward(
            float[] query,
            float[] key,
            float[] value,
            @Nullable Mask mask,
            float[] shares,
            float[] g,
            float[] byQuery,
            float[] byKey,
            float[] byValue) {
        int table = queries * values;
        Arrays.fill(byKey, 0, batch * values * keyHeads * size, 0);
        Arrays.fill(byValue, 0, batch * values * keyHeads * valueSize, 0);
        each(
                (n, head, keyHead) -> {
                    int at = (n * heads + head) * table;
                    Matrix share = new Matrix(shares, at, values, 1);
                    Matrix result = result(g, n, head);
                    add(
                            values,
                            valueSize,
                            queries,
                            share.transposed(),
                            result,
                            values(byValue, n, keyHead));
                    float[] s = Scratch.floats(Use.SCORES, table);
                    Matrix scores = new Matrix(s, 0, values, 1);
                    Matrix v = values(value, n, keyHead);
                    product(queries, values, valueSize, result, v.transposed(), scores);
                    Softmax.rowsGradient(shares, at, s, 0, queries, values, s, 0);
                    hide(mask, n, head, s, 0, 0);
                    Elementwise.Part.scalar(Binary.MUL, s, 0, scale, s, 0, table);
                    Matrix keys = keys(key, n, keyHead);
                    product(queries, size, values, scores, keys, query(byQuery, n, head));
                    Matrix q = query(query, n, head);
                    add(values, size, queries, scores.transposed(), q, keys(byKey, n, keyHead));
                });
    }

    // --- one head after the other

    private interface Head {
        void run(int sample, int head, int keyHead);
    }

    /// Heads that share keys and values stay on one thread.
    private void each(Head body) {
        int group = heads / keyHeads;
        long work = (long) group * queries * values * (size + valueSize);
        Threads.forEach(
                batch * keyHeads,
                (int) Math.max(1, Product.GRAIN / Math.max(1, work)),
                (from, to) -> {
                    for (int i = from * group; i < to * group; i++) {
                        body.run(i / heads, i % heads, i % heads / group);
                    }
                });
    }

    private Matrix query(float[] x, int n, int head) {
        return new Matrix(x, (n * queries * heads + head) * size, heads * size, 1);
    }

    private Matrix result(float[] x, int n, int head) {
        return new Matrix(x, (n * queries * heads + head) * valueSize, heads * valueSize, 1);
    }

    private Matrix keys(float[] x, int n, int head) {
        return new Matrix(x, (n * values * keyHeads + head) * size, keyHeads * size, 1);
    }

    private Matrix values(float[] x, int n, int head) {
        return new Matrix(x, (n * values * keyHeads + head) * valueSize, keyHeads * valueSize, 1);
    }

    private static void product(int m, int n, int k, Matrix a, Matrix b, Matrix c) {
        Product.multiply(m, n, k, a, b, c, Epilogue.REPLACE);
    }

    private static void add(int m, int n, int k, Matrix a, Matrix b, Matrix c) {
        Product.multiply(m, n, k, a, b, c, Epilogue.ADD);
    }

    /// Puts `otherwise` where the mask lets nobody look.
    private void hide(@Nullable Mask mask, int n, int head, float[] s, int at, float otherwise) {
        if (mask == null) {
            return;
        }
        int step = mask.strides()[3];
        for (int i = 0; i < queries; i++) {
            int row = mask.row(n, head, i);
            int to = at + i * values;
            for (int j = 0; j < values; j++) {
                s[to + j] = mask.numbers()[row + j * step] != 0 ? s[to + j] : otherwise;
            }
        }
    }
}
