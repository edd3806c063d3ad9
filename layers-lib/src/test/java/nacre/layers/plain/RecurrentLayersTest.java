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

/// Recurrent layers with every combination of their options, with masks and first states, against
/// the formulas step by step.
class RecurrentLayersTest {
    private static final int BATCH = 2;
    private static final int STEPS = 4;
    private static final int FEATURES = 3;
    private static final int UNITS = 2;

    /// One combination.
    record Way(
            String layer,
            boolean sequences,
            boolean backwards,
            boolean masked,
            boolean zeros,
            boolean given,
            boolean bias,
            boolean resetAfter) {

        Map<String, Object> config() {
            var config = new LinkedHashMap<String, Object>();
            config.put("units", UNITS);
            config.put("return_sequences", sequences);
            config.put("return_state", true);
            config.put("go_backwards", backwards);
            config.put("zero_output_for_mask", zeros);
            config.put("use_bias", bias);
            if (layer.equals("GRU")) {
                config.put("reset_after", resetAfter);
            }
            return config;
        }
    }

    static Stream<Way> ways() {
        var ways = new ArrayList<Way>();
        for (String layer : List.of("SimpleRNN", "LSTM", "GRU")) {
            for (int bits = 0; bits < 128; bits++) {
                var way =
                        new Way(
                                layer,
                                (bits & 1) != 0,
                                (bits & 2) != 0,
                                (bits & 4) != 0,
                                (bits & 8) != 0,
                                (bits & 16) != 0,
                                (bits & 32) != 0,
                                (bits & 64) != 0);
                boolean distinct =
                        (layer.equals("GRU") || !way.resetAfter) && (way.masked || !way.zeros);
                if (distinct) {
                    ways.add(way);
                }
            }
        }
        return ways.stream();
    }

    private static final Tensor DATA =
            new RandomStream(3).normal(Shape.of(BATCH, STEPS, FEATURES), 0, 1);
    private static final Tensor MASK =
            Tensor.of(new float[] {0, 1, 0, 1, 1, 1, 0, 0}, BATCH, STEPS);

    private static List<Tensor> firstStates(Way way) {
        int count = !way.given ? 0 : way.layer.equals("LSTM") ? 2 : 1;
        var states = new ArrayList<Tensor>();
        for (int i = 0; i < count; i++) {
            states.add(new RandomStream(9 + i).normal(Shape.of(BATCH, UNITS), 0, 1));
        }
        return states;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void agreesWithTheFormulas(Way way) {
        Layer layer = Layer.of(Map.of("class_name", way.layer, "config", way.config()));
        layer.ensureBuilt(List.of(DATA.shape()));
        var random = new RandomStream(5);
        layer.setWeights(
                layer.getWeights().stream().map(w -> random.normal(w.shape(), 0, 0.7)).toList());
        Call how = Call.inference().initialState(firstStates(way));
        Call told = way.masked ? how.masks(List.of(MASK)) : how;
        List<Tensor> got = layer.applyAll(List.of(DATA), told);
        List<Grid> want = plain(way, layer.getWeights());
        for (int i = 0; i < want.size(); i++) {
            want.get(i).same(got.get(i));
        }
        var check = GradientCheck.of(layer, List.of(DATA), told);
        assertTrue(check.passed(), check.toString());
    }

    /// The output, then the states.
    private static List<Grid> plain(Way way, List<Tensor> weights) {
        Grid kernel = Grid.of(weights.get(0));
        Grid recurrent = Grid.of(weights.get(1));
        Grid bias = way.bias ? Grid.of(weights.get(2)) : Grid.zeros(2, kernel.shape()[1]);
        int states = way.layer.equals("LSTM") ? 2 : 1;
        Grid output = way.sequences ? Grid.zeros(BATCH, STEPS, UNITS) : Grid.zeros(BATCH, UNITS);
        var last = new ArrayList<Grid>();
        for (int s = 0; s < states; s++) {
            last.add(Grid.zeros(BATCH, UNITS));
        }
        List<Tensor> first = firstStates(way);
        for (int b = 0; b < BATCH; b++) {
            double[][] state = new double[states][UNITS];
            for (int s = 0; s < first.size(); s++) {
                for (int u = 0; u < UNITS; u++) {
                    state[s][u] = first.get(s).get(b, u);
                }
            }
            double[] before = new double[UNITS];
            for (int t = 0; t < STEPS; t++) {
                int at = way.backwards ? STEPS - 1 - t : t;
                boolean counts = !way.masked || MASK.get(b, at) != 0;
                double[] y = way.zeros ? new double[UNITS] : before;
                if (counts) {
                    double[] x = new double[FEATURES];
                    for (int f = 0; f < FEATURES; f++) {
                        x[f] = DATA.get(b, at, f);
                    }
                    state = step(way, x, state, kernel, recurrent, bias);
                    y = state[0];
                }
                before = y;
                for (int u = 0; u < UNITS; u++) {
                    if (way.sequences) {
                        output.set(y[u], b, t, u);
                    } else {
                        output.set(y[u], b, u);
                    }
                    for (int s = 0; s < states; s++) {
                        last.get(s).set(state[s][u], b, u);
                    }
                }
            }
        }
        var all = new ArrayList<Grid>(List.of(output));
        all.addAll(last);
        return all;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// `x · matrix` from column `column` on, for each unit.
    private static double[] times(double[] x, Grid matrix, int part) {
        double[] y = new double[UNITS];
        for (int u = 0; u < UNITS; u++) {
            for (int i = 0; i < x.length; i++) {
                y[u] += x[i] * matrix.at(i, part * UNITS + u);
            }
        }
        return y;
    }

    private static double[][] step(
            Way way, double[] x, double[][] state, Grid kernel, Grid recurrent, Grid bias) {
        double[] h = state[0];
        double[][] next = new double[state.length][UNITS];
        boolean rows = bias.shape().length == 2;
        for (int u = 0; u < UNITS; u++) {
            int unit = u;
            switch (way.layer) {
                case "SimpleRNN" ->
                        next[0][u] =
                                Math.tanh(
                                        times(x, kernel, 0)[u]
                                                + times(h, recurrent, 0)[u]
                                                + (rows ? bias.at(0, u) : bias.at(u)));
                case "LSTM" -> {
                    double[] z = new double[4];
                    for (int part = 0; part < 4; part++) {
                        int place = part * UNITS + unit;
                        z[part] =
                                times(x, kernel, part)[u]
                                        + times(h, recurrent, part)[u]
                                        + (rows ? bias.at(0, place) : bias.at(place));
                    }
                    next[1][u] = sigmoid(z[1]) * state[1][u] + sigmoid(z[0]) * Math.tanh(z[2]);
                    next[0][u] = sigmoid(z[3]) * Math.tanh(next[1][u]);
                }
                default -> next[0][u] = gru(way, x, h, u, kernel, recurrent, bias);
            }
        }
        return next;
    }

    private static double gru(
            Way way, double[] x, double[] h, int u, Grid kernel, Grid recurrent, Grid bias) {
        boolean rows = bias.shape().length == 2;
        double[][] ofX = new double[3][];
        double[][] ofH = new double[3][];
        for (int part = 0; part < 3; part++) {
            ofX[part] = times(x, kernel, part);
            ofH[part] = times(h, recurrent, part);
            for (int i = 0; i < UNITS; i++) {
                int place = part * UNITS + i;
                ofX[part][i] += rows ? bias.at(0, place) : bias.at(place);
                ofH[part][i] += rows && way.resetAfter ? bias.at(1, place) : 0;
            }
        }
        double z = sigmoid(ofX[0][u] + ofH[0][u]);
        double seen;
        if (way.resetAfter) {
            seen = sigmoid(ofX[1][u] + ofH[1][u]) * ofH[2][u];
        } else {
            double[] left = new double[UNITS];
            for (int i = 0; i < UNITS; i++) {
                left[i] = sigmoid(ofX[1][i] + ofH[1][i]) * h[i];
            }
            seen = times(left, recurrent, 2)[u];
        }
        return z * h[u] + (1 - z) * Math.tanh(ofX[2][u] + seen);
    }
}
