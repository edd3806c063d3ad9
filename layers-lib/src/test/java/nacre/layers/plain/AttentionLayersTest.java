package nacre.layers.plain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nacre.layers.Call;
import nacre.layers.GradientCheck;
import nacre.layers.Layer;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Attention with every combination of its options, with masks, causal, with a window, with a key
/// of its own and with scores that come out, against the formulas number by number.
class AttentionLayersTest {
    private static final int BATCH = 2;
    private static final int QUERIES = 3;
    private static final int VALUES = 4;
    private static final int SIZE = 4;

    /// One combination; `window` 0 is none.
    record Way(String layer, boolean masks, boolean causal, boolean key, boolean bias, int window) {
        boolean hasHeads() {
            return layer.equals("MultiHeadAttention") || layer.equals("GroupQueryAttention");
        }

        Map<String, Object> config() {
            var config = new LinkedHashMap<String, Object>();
            switch (layer) {
                case "MultiHeadAttention" ->
                        config.putAll(Map.of("num_heads", 2, "key_dim", 3, "value_dim", 2));
                case "GroupQueryAttention" ->
                        config.putAll(
                                Map.of(
                                        "head_dim", 3,
                                        "num_query_heads", 4,
                                        "num_key_value_heads", 2));
                case "concat" -> config.putAll(Map.of("score_mode", "concat", "use_scale", bias));
                default -> config.put("use_scale", bias);
            }
            if (hasHeads()) {
                config.put("use_bias", bias);
                config.put("sliding_window", window == 0 ? null : window);
            }
            return config;
        }
    }

    static Stream<Way> ways() {
        var ways = new ArrayList<Way>();
        for (String layer :
                List.of(
                        "Attention",
                        "concat",
                        "AdditiveAttention",
                        "MultiHeadAttention",
                        "GroupQueryAttention")) {
            for (int bits = 0; bits < 32; bits++) {
                var way =
                        new Way(
                                layer,
                                (bits & 1) != 0,
                                (bits & 2) != 0,
                                (bits & 4) != 0,
                                (bits & 8) != 0,
                                (bits & 16) != 0 ? 2 : 0);
                if (way.window == 0 || way.hasHeads()) {
                    ways.add(way);
                }
            }
        }
        return ways.stream();
    }

    private static Tensor random(long seed, int... sizes) {
        return new RandomStream(seed).normal(Shape.of(sizes), 0, 1);
    }

    private static final Tensor QUERY = random(1, BATCH, QUERIES, SIZE);
    private static final Tensor VALUE = random(2, BATCH, VALUES, SIZE);
    private static final Tensor KEY = random(3, BATCH, VALUES, SIZE);
    private static final Tensor QUERY_MASK = Tensor.of(new float[] {1, 1, 0, 1, 1, 1}, 2, 3);
    private static final Tensor VALUE_MASK = Tensor.of(new float[] {1, 1, 0, 1, 1, 0, 1, 1}, 2, 4);

    @ParameterizedTest
    @MethodSource("ways")
    void agreesWithTheFormulas(Way way) {
        String name = way.layer.equals("concat") ? "Attention" : way.layer;
        Layer layer = Layer.of(Map.of("class_name", name, "config", way.config()));
        var inputs = new ArrayList<>(List.of(QUERY, VALUE));
        if (way.key) {
            inputs.add(KEY);
        }
        layer.ensureBuilt(inputs.stream().map(Tensor::shape).toList());
        var random = new RandomStream(5);
        layer.setWeights(
                layer.getWeights().stream().map(w -> random.normal(w.shape(), 0, 0.7)).toList());
        Call how = Call.inference().and("useCausalMask", way.causal);
        if (way.masks) {
            how = how.masks(List.of(QUERY_MASK, VALUE_MASK));
        }
        Grid scores = Grid.zeros(BATCH, heads(way), QUERIES, VALUES);
        Grid want = way.hasHeads() ? heads(way, layer, scores) : single(way, layer, scores);
        compareCounted(way, want, layer.applyAll(inputs, how).get(0));
        List<Tensor> both = layer.applyAll(inputs, how.and("returnAttentionScores", true));
        compareCounted(way, want, both.get(0));
        Tensor shares = both.get(1);
        Tensor wanted = scores.tensor();
        Grid.of(counted(way, way.hasHeads() ? wanted : wanted.squeeze(1), shares.rank() - 2))
                .same(counted(way, shares, shares.rank() - 2));
        var check = GradientCheck.of(layer, inputs, how);
        assertTrue(check.passed(), check.toString());
    }

    /// A query that a mask leaves out has no result that means anything: without the last query.
    private static Tensor counted(Way way, Tensor x, int axis) {
        return way.masks ? x.slice(axis, 0, QUERIES - 1) : x;
    }

    private static void compareCounted(Way way, Grid want, Tensor got) {
        Grid.of(counted(way, want.tensor(), 1)).same(counted(way, got, 1));
    }

    private static int heads(Way way) {
        return switch (way.layer) {
            case "MultiHeadAttention" -> 2;
            case "GroupQueryAttention" -> 4;
            default -> 1;
        };
    }

    private static boolean sees(Way way, int b, int q, int v) {
        return (!way.masks || VALUE_MASK.get(b, v) != 0)
                && (!way.causal || v <= q)
                && (way.window == 0 || Math.abs(q - v) < way.window);
    }

    /// The shares of all values that a query sees: `e^score` over their sum.
    private static double[] shares(Way way, int b, int q, double[] scores) {
        double[] shares = new double[VALUES];
        double sum = 0;
        for (int v = 0; v < VALUES; v++) {
            shares[v] = sees(way, b, q, v) ? Math.exp(scores[v]) : 0;
            sum += shares[v];
        }
        for (int v = 0; v < VALUES; v++) {
            shares[v] /= sum;
        }
        return shares;
    }

    private static Grid single(Way way, Layer layer, Grid all) {
        Tensor key = way.key ? KEY : VALUE;
        List<Tensor> weights = layer.getWeights();
        Grid y = Grid.zeros(BATCH, QUERIES, SIZE);
        for (int b = 0; b < BATCH; b++) {
            for (int q = 0; q < QUERIES; q++) {
                double[] scores = new double[VALUES];
                for (int v = 0; v < VALUES; v++) {
                    for (int i = 0; i < SIZE; i++) {
                        scores[v] += fit(way, weights, QUERY.get(b, q, i), key.get(b, v, i), i);
                    }
                }
                double[] shares = shares(way, b, q, scores);
                for (int v = 0; v < VALUES; v++) {
                    all.set(shares[v], b, 0, q, v);
                    for (int i = 0; i < SIZE; i++) {
                        y.add(shares[v] * VALUE.get(b, v, i), b, q, i);
                    }
                }
            }
        }
        return y;
    }

    /// What one number of a query and of a key add to their score.
    private static double fit(Way way, List<Tensor> weights, double q, double k, int i) {
        return switch (way.layer) {
            case "Attention" -> q * k * (way.bias ? weights.get(0).item() : 1);
            case "AdditiveAttention" -> Math.tanh(q + k) * (way.bias ? weights.get(0).get(i) : 1);
            default -> {
                double scale = way.bias ? weights.get(0).item() : 1;
                yield Math.tanh(scale * (q + k)) * weights.getLast().item();
            }
        };
    }

    private static Grid heads(Way way, Layer layer, Grid all) {
        List<Tensor> weights = layer.getWeights();
        int step = way.bias ? 2 : 1;
        Grid q = project(QUERY, weights, 0, way.bias);
        Grid k = project(way.key ? KEY : VALUE, weights, step, way.bias);
        Grid v = project(VALUE, weights, 2 * step, way.bias);
        Grid back = Grid.of(weights.get(3 * step));
        Grid y = Grid.zeros(BATCH, QUERIES, SIZE);
        int group = heads(way) / k.shape()[2];
        for (int b = 0; b < BATCH; b++) {
            for (int t = 0; t < QUERIES; t++) {
                for (int o = 0; o < SIZE; o++) {
                    y.add(way.bias ? weights.get(3 * step + 1).get(o) : 0, b, t, o);
                }
                for (int head = 0; head < heads(way); head++) {
                    double[] scores = new double[VALUES];
                    for (int s = 0; s < VALUES; s++) {
                        for (int i = 0; i < q.shape()[3]; i++) {
                            scores[s] += q.at(b, t, head, i) * k.at(b, s, head / group, i);
                        }
                        scores[s] /= Math.sqrt(q.shape()[3]);
                    }
                    double[] shares = shares(way, b, t, scores);
                    for (int s = 0; s < VALUES; s++) {
                        all.set(shares[s], b, head, t, s);
                        for (int i = 0; i < v.shape()[3]; i++) {
                            for (int o = 0; o < SIZE; o++) {
                                double seen = shares[s] * v.at(b, s, head / group, i);
                                y.add(seen * back.at(head, i, o), b, t, o);
                            }
                        }
                    }
                }
            }
        }
        return y;
    }

    /// `(batch, steps, heads, size)`
    private static Grid project(Tensor x, List<Tensor> weights, int first, boolean bias) {
        Grid kernel = Grid.of(weights.get(first));
        Grid y = Grid.zeros(BATCH, x.dim(1), kernel.shape()[1], kernel.shape()[2]);
        Grid.each(
                y.shape(),
                at -> {
                    double sum = bias ? weights.get(first + 1).get(at[2], at[3]) : 0;
                    for (int i = 0; i < SIZE; i++) {
                        sum += x.get(at[0], at[1], i) * kernel.at(i, at[2], at[3]);
                    }
                    y.set(sum, at);
                });
        return y;
    }
}
