package nacre.layers.plain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nacre.layers.Call;
import nacre.layers.GradientCheck;
import nacre.layers.Layer;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Convolutions and poolings with every combination of window, stride, dilation, padding, groups
/// and data format, over data of odd and even sizes.
class WindowLayersTest {
    private static final int[] SIZES = {7, 5, 4};
    private static final int CHANNELS = 4;

    /// One combination.
    record Way(
            int axes, int size, int stride, int dilation, String padding, int more, boolean first) {
        Windows windows() {
            return Windows.of(axes, size, stride, dilation, padding);
        }

        Map<String, Object> options() {
            var options = new LinkedHashMap<String, Object>();
            options.put("strides", stride);
            options.put("padding", padding);
            options.put("data_format", first ? "channels_first" : "channels_last");
            return options;
        }
    }

    static Stream<Way> ways() {
        var ways = new ArrayList<Way>();
        for (int axes = 1; axes <= 3; axes++) {
            for (int size = 1; size <= 3; size++) {
                for (int[] step : new int[][] {{1, 1}, {2, 1}, {3, 1}, {1, 2}}) {
                    for (String padding : List.of("valid", "same", "causal")) {
                        boolean fits = (size - 1) * step[1] < SIZES[axes - 1];
                        if (fits && (axes == 1 || !padding.equals("causal"))) {
                            int more = 1 + ways.size() % 2;
                            ways.add(new Way(axes, size, step[0], step[1], padding, more, false));
                            ways.add(
                                    new Way(axes, size, step[0], step[1], padding, 3 - more, true));
                        }
                    }
                }
            }
        }
        return ways.stream();
    }

    static Stream<Way> withoutCausal() {
        return ways().filter(way -> !way.padding.equals("causal"));
    }

    static Stream<Way> withoutDilation() {
        return withoutCausal().filter(way -> way.dilation == 1);
    }

    static Stream<Way> ofImages() {
        return withoutCausal().filter(way -> way.axes < 3);
    }

    private static Tensor data(Way way) {
        int[] along = Arrays.copyOf(SIZES, way.axes);
        return new RandomStream(3).normal(Shape.of(Grid.place(2, along, CHANNELS)), 0, 1);
    }

    private static Tensor arranged(Way way, Tensor x) {
        return way.first ? x.moveAxis(-1, 1) : x;
    }

    /// A layer by Keras's config, with random weights.
    private static Layer layer(String name, Way way, Map<String, Object> more) {
        var config = new LinkedHashMap<>(way.options());
        config.putAll(more);
        Layer layer = Layer.of(Map.of("class_name", name, "config", config));
        layer.ensureBuilt(List.of(arranged(way, data(way)).shape()));
        var random = new RandomStream(5);
        layer.setWeights(
                layer.getWeights().stream().map(w -> random.normal(w.shape(), 0, 1)).toList());
        return layer;
    }

    private static Grid weight(Layer layer, int i) {
        return Grid.of(layer.getWeights().get(i));
    }

    private static Grid withBias(Grid y, Layer layer) {
        Tensor bias = layer.getWeights().get(layer.getWeights().size() - 1);
        return Grid.of(y.tensor().add(bias));
    }

    private static void compare(Way way, Layer layer, Grid want) {
        Tensor x = arranged(way, data(way));
        Grid.of(arranged(way, want.tensor())).same(layer.apply(x));
        if (way.size == 2) { // a part is enough: the loops back are those of the way there
            var check = GradientCheck.of(layer, List.of(x), Call.inference());
            assertTrue(check.passed(), check.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void convolution(Way way) {
        Layer layer =
                layer(
                        "Conv" + way.axes + "D",
                        way,
                        Map.of(
                                "filters", 2,
                                "kernel_size", way.size,
                                "dilation_rate", way.dilation,
                                "groups", way.more));
        Grid y = way.windows().convolve(Grid.of(data(way)), weight(layer, 0), way.more);
        compare(way, layer, withBias(y, layer));
    }

    @ParameterizedTest
    @MethodSource("ofImages")
    void depthwise(Way way) {
        Layer layer =
                layer(
                        "DepthwiseConv" + way.axes + "D",
                        way,
                        Map.of(
                                "kernel_size", way.size,
                                "dilation_rate", way.dilation,
                                "depth_multiplier", way.more));
        Grid y = way.windows().convolveEach(Grid.of(data(way)), weight(layer, 0));
        compare(way, layer, withBias(y, layer));
    }

    @ParameterizedTest
    @MethodSource("ofImages")
    void separable(Way way) {
        Layer layer =
                layer(
                        "SeparableConv" + way.axes + "D",
                        way,
                        Map.of(
                                "filters", 3,
                                "kernel_size", way.size,
                                "dilation_rate", way.dilation,
                                "depth_multiplier", way.more));
        Grid each = way.windows().convolveEach(Grid.of(data(way)), weight(layer, 0));
        Grid y = Windows.of(way.axes, 1, 1, 1, "valid").convolve(each, weight(layer, 1), 1);
        compare(way, layer, withBias(y, layer));
    }

    @ParameterizedTest
    @MethodSource("withoutCausal")
    void transposed(Way way) {
        Layer layer =
                layer(
                        "Conv" + way.axes + "DTranspose",
                        way,
                        Map.of(
                                "filters", 2,
                                "kernel_size", way.size,
                                "dilation_rate", way.dilation));
        int reach = (way.size - 1) * way.dilation + 1;
        boolean same = way.padding.equals("same");
        int[] out =
                IntStream.of(Arrays.copyOf(SIZES, way.axes))
                        .map(n -> n * way.stride + (same ? 0 : Math.max(reach - way.stride, 0)))
                        .toArray();
        // "same" cuts off what the convolution the other way round would have added
        int before = same ? Math.max(reach - way.stride, 0) / 2 : 0;
        Grid y =
                way.windows()
                        .spread(
                                Grid.of(data(way)),
                                weight(layer, 0),
                                Windows.all(way.axes, before),
                                out);
        compare(way, layer, withBias(y, layer));
    }

    @ParameterizedTest
    @MethodSource("withoutDilation")
    void pooling(Way way) {
        for (boolean largest : new boolean[] {true, false}) {
            String name = (largest ? "Max" : "Average") + "Pooling" + way.axes + "D";
            Layer layer = layer(name, way, Map.of("pool_size", way.size));
            compare(way, layer, way.windows().pool(Grid.of(data(way)), largest));
        }
    }

    @ParameterizedTest
    @MethodSource("withoutDilation")
    void poolingToASize(Way way) {
        for (boolean largest : new boolean[] {true, false}) {
            String name = "Adaptive" + (largest ? "Max" : "Average") + "Pooling" + way.axes + "D";
            var config = new LinkedHashMap<String, Object>(Map.of("output_size", way.size));
            config.put("data_format", way.options().get("data_format"));
            Layer layer = Layer.of(Map.of("class_name", name, "config", config));
            compare(way, layer, adaptive(Grid.of(data(way)), way, largest));
        }
    }

    private static Grid adaptive(Grid x, Way way, boolean largest) {
        Grid y = Grid.zeros(Grid.place(2, Windows.all(way.axes, way.size), CHANNELS));
        Grid.each(
                y.shape(),
                at -> {
                    int[] from = new int[way.axes];
                    int[] sizes = new int[way.axes];
                    for (int axis = 0; axis < way.axes; axis++) {
                        int n = SIZES[axis];
                        from[axis] = at[axis + 1] * n / way.size;
                        int to = ((at[axis + 1] + 1) * n + way.size - 1) / way.size;
                        sizes[axis] = to - from[axis];
                    }
                    double[] found = {largest ? Double.NEGATIVE_INFINITY : 0, 0};
                    Grid.each(
                            sizes,
                            j -> {
                                int[] place = new int[way.axes];
                                Arrays.setAll(place, axis -> from[axis] + j[axis]);
                                double v = x.at(Grid.place(at[0], place, at[at.length - 1]));
                                found[0] = largest ? Math.max(found[0], v) : found[0] + v;
                                found[1]++;
                            });
                    y.set(largest ? found[0] : found[0] / found[1], at);
                });
        return y;
    }
}
