package nacre.layers.plain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import nacre.layers.Call;
import nacre.layers.GradientCheck;
import nacre.layers.Layer;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Normalizations along every axis, with and without scale and centre, in training, at inference
/// and with masks, against the definitions of mean and variance.
class NormalizationLayersTest {
    private static final int[] SIZES = {2, 3, 5, 4};
    private static final Tensor DATA = new RandomStream(3).normal(Shape.of(SIZES), 1, 2);

    /// Mean and mean square of numbers that belong together.
    private static final class Moments {
        double count;
        double sum;
        double squares;

        double mean() {
            return sum / count;
        }

        double variance() {
            return squares / count - mean() * mean();
        }
    }

    private static Layer layer(String name, Map<String, Object> config) {
        Layer layer = Layer.of(Map.of("class_name", name, "config", config));
        layer.ensureBuilt(List.of(DATA.shape()));
        var random = new RandomStream(5);
        layer.setWeights(
                layer.getWeights().stream().map(w -> random.uniform(w.shape(), 0.5, 1.5)).toList());
        return layer;
    }

    /// The moments of all numbers that `family` puts together, as far as they count.
    private static Map<Object, Moments> moments(
            Function<int[], Object> family, ToDoubleFunction<int[]> counts) {
        var all = new HashMap<Object, Moments>();
        Grid x = Grid.of(DATA);
        Grid.each(
                SIZES,
                at -> {
                    Moments moments = all.computeIfAbsent(family.apply(at), _ -> new Moments());
                    double weight = counts.applyAsDouble(at);
                    moments.count += weight;
                    moments.sum += weight * x.at(at);
                    moments.squares += weight * x.at(at) * x.at(at);
                });
        return all;
    }

    private static Grid normal(Map<Object, Moments> all, Function<int[], Object> family) {
        Grid x = Grid.of(DATA);
        Grid y = Grid.zeros(SIZES);
        Grid.each(
                SIZES,
                at -> {
                    Moments m = all.get(family.apply(at));
                    y.set((x.at(at) - m.mean()) / Math.sqrt(m.variance() + 1e-3), at);
                });
        return y;
    }

    private static Grid scaled(Grid x, Layer layer, boolean scale, boolean center, int... axes) {
        Grid y = Grid.zeros(SIZES);
        List<Tensor> weights = layer.getWeights();
        Grid.each(
                SIZES,
                at -> {
                    int[] place = Arrays.stream(axes).map(axis -> at[axis]).toArray();
                    double gamma = scale ? weights.get(0).get(place) : 1;
                    double beta = center ? weights.get(scale ? 1 : 0).get(place) : 0;
                    y.set(x.at(at) * gamma + beta, at);
                });
        return y;
    }

    private static void compare(Grid want, Layer layer) {
        want.same(layer.apply(DATA));
        var check = GradientCheck.of(layer, List.of(DATA), Call.inference());
        assertTrue(check.passed(), check.toString());
    }

    @ParameterizedTest
    @CsvSource({"1,true,true", "2,true,false", "3,false,true", "-1,false,false", "-3,true,true"})
    void ofBatches(int axis, boolean scale, boolean center) {
        int at = Math.floorMod(axis, 4);
        Map<String, Object> config = Map.of("axis", axis, "scale", scale, "center", center);
        Layer layer = layer("BatchNormalization", config);
        List<Tensor> before = layer.getWeights();
        Tensor movingMean = before.get(before.size() - 2);
        Tensor movingVariance = before.getLast();
        Map<Object, Moments> all = moments(place -> place[at], _ -> 1);
        Grid trained = scaled(normal(all, place -> place[at]), layer, scale, center, at);
        Grid x = Grid.of(DATA);
        Grid later = Grid.zeros(SIZES);
        Grid.each(
                SIZES,
                p ->
                        later.set(
                                (x.at(p) - movingMean.get(p[at]))
                                        / Math.sqrt(movingVariance.get(p[at]) + 1e-3),
                                p));
        compare(scaled(later, layer, scale, center, at), layer);
        trained.same(layer.apply(DATA, Call.training()));
        Grid mean = Grid.zeros(SIZES[at]);
        Grid variance = Grid.zeros(SIZES[at]);
        for (int c = 0; c < SIZES[at]; c++) {
            mean.set(0.99 * movingMean.get(c) + 0.01 * all.get(c).mean(), c);
            variance.set(0.99 * movingVariance.get(c) + 0.01 * all.get(c).variance(), c);
        }
        List<Tensor> after = layer.getWeights();
        mean.same(after.get(after.size() - 2));
        variance.same(after.getLast());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,3", "2,5", "3,2", "-1,4", "-1,-1", "-2,5", "-3,3"})
    void ofGroups(int axis, int groups) {
        int at = Math.floorMod(axis, 4);
        int count = groups == -1 ? SIZES[at] : groups;
        Layer layer = layer("GroupNormalization", Map.of("axis", axis, "groups", groups));
        Function<int[], Object> family =
                place -> List.of(place[0], place[at] / (SIZES[at] / count));
        Grid normal = normal(moments(family, _ -> 1), family);
        compare(scaled(normal, layer, true, true, at), layer);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1", "2", "1 2", "-1 -2", "1 2 3"})
    void ofSamples(String axes) {
        List<Integer> along = Arrays.stream(axes.split(" ")).map(Integer::valueOf).toList();
        int[] sorted = along.stream().mapToInt(a -> Math.floorMod(a, 4)).sorted().toArray();
        Layer layer = layer("LayerNormalization", Map.of("axis", along));
        Function<int[], Object> family =
                place -> {
                    int[] rest = place.clone();
                    for (int axis : sorted) {
                        rest[axis] = 0;
                    }
                    return Arrays.toString(rest);
                };
        Grid normal = normal(moments(family, _ -> 1), family);
        Tensor gamma = layer.getWeights().get(0);
        if (gamma.rank() == 1 || along.get(0) > 0) {
            compare(scaled(normal, layer, true, true, sorted), layer);
        } else { // along -1 and -2 the scale has its axes in that order, and is read row by row
            assertTrue(gamma.shape().equals(Shape.of(4, 5)), gamma.shape().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void maskedStepsDoNotCount(boolean all) {
        Tensor x = DATA.reshape(2, 15, 4);
        float[] steps = new float[30];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = all || i % 3 != 0 ? 1 : 0;
        }
        Layer layer = Layer.of(Map.of("class_name", "BatchNormalization", "config", Map.of()));
        Tensor y = layer.apply(x, Call.training().masks(List.of(Tensor.of(steps, 2, 15))));
        Function<int[], Object> family = place -> place[3];
        ToDoubleFunction<int[]> counts = p -> steps[p[0] * 15 + p[1] * 5 + p[2]];
        Grid want = normal(moments(family, counts), family);
        want.same(y.reshape(Shape.of(SIZES)));
    }
}
