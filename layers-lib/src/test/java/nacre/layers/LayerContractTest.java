package nacre.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nacre.layers.catalogue.Example;
import nacre.layers.catalogue.Examples;
import nacre.layers.config.Registry;
import nacre.layers.core.Lambda;
import nacre.tensor.Gradients;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every layer promises, tried on its example.
class LayerContractTest {
    private static final int BATCH = 3;

    static Stream<Named<Example>> examples() {
        return Examples.all().entrySet().stream()
                .map(entry -> Named.of(entry.getKey().getSimpleName(), entry.getValue()));
    }

    /// A layer with fixed weights.
    private static Layer built(Example example) {
        Layer layer = example.layer();
        layer.ensureBuilt(example.inputs());
        layer.reseed(1);
        return layer;
    }

    @Test
    void every_layer_has_an_example() {
        var missing = new HashSet<Class<?>>();
        for (Class<?> type : Registry.all(Layer.class)) {
            if (type.getPackageName().startsWith("nacre.layers.")) {
                missing.add(type);
            }
        }
        missing.removeAll(Examples.all().keySet());
        assertEquals(Set.of(), missing, "add a line for each to Examples");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_ghost_has_the_shape_of_real_results(Example example) {
        Layer layer = built(example);
        List<Shape> predicted = layer.outputShapes(example.inputs());
        List<Tensor> real = layer.applyAll(example.data(BATCH, 1));
        assertEquals(predicted.size(), real.size());
        for (int i = 0; i < real.size(); i++) {
            assertTrue(
                    predicted.get(i).accepts(real.get(i).shape()),
                    predicted.get(i) + " and " + real.get(i).shape());
            assertEquals(Shape.NONE, predicted.get(i).dim(0), "the batch stays unknown");
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void samples_of_a_batch_do_not_mix_at_inference(Example example) {
        Layer layer = built(example);
        List<Tensor> inputs = example.data(BATCH, 1);
        Tensor all = layer.applyAll(inputs, Call.inference()).get(0);
        List<Tensor> first = inputs.stream().map(x -> x.slice(0, 0, 1)).toList();
        assertArrayEquals(
                all.slice(0, 0, 1).toArray(),
                layer.applyAll(first, Call.inference()).get(0).toArray(),
                1e-5f);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_config_makes_the_layer_again(Example example) {
        Layer layer = example.layer();
        assumeTrue(!(layer instanceof Lambda), "a file holds no code");
        assertEquals(layer.getConfig(), Layer.fromConfig(layer.getConfig()).getConfig());
        assertEquals(layer.serialize(), Layer.of(layer.serialize()).serialize());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_layer_made_from_a_config_does_the_same(Example example) {
        Layer layer = built(example);
        assumeTrue(!(layer instanceof Lambda), "a file holds no code");
        Layer again = Layer.of(layer.serialize());
        again.ensureBuilt(example.inputs());
        again.setWeights(layer.getWeights());
        List<Tensor> inputs = example.data(BATCH, 1);
        assertArrayEquals(
                layer.applyAll(inputs, Call.inference()).get(0).toArray(),
                again.applyAll(inputs, Call.inference()).get(0).toArray());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void weights_are_copies_and_can_be_set(Example example) {
        Layer layer = built(example);
        List<Tensor> before = layer.getWeights();
        assertEquals(before.stream().mapToInt(Tensor::size).sum(), layer.countParams());
        layer.setWeights(before.stream().map(weight -> weight.add(1)).toList());
        for (int i = 0; i < before.size(); i++) {
            assertArrayEquals(before.get(i).add(1).toArray(), layer.getWeights().get(i).toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_same_seed_gives_the_same_training(Example example) {
        List<Tensor> inputs = example.data(BATCH, 1);
        float[] once = built(example).applyAll(inputs, Call.training()).get(0).toArray();
        float[] again = built(example).applyAll(inputs, Call.training()).get(0).toArray();
        assertArrayEquals(once, again);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void gradients_agree_with_numeric_differences(Example example) {
        Layer layer = built(example);
        List<Tensor> inputs = example.data(BATCH, 2);
        var tape = new Tape(Set.copyOf(layer.trainableWeights()));
        List<Tensor> watched = inputs.stream().map(tape::watch).toList();
        List<Tensor> outputs = tape.run(() -> layer.applyAll(watched, Call.inference()));
        List<Tensor> upstream = new ArrayList<>();
        for (Tensor output : outputs) {
            upstream.add(new RandomStream(7).normal(output.shape(), 0, 1));
        }
        Gradients gradients = tape.gradients(outputs, upstream);
        for (int i = 0; example.tokens() == 0 && i < inputs.size(); i++) {
            int at = i;
            Tensor way = direction(inputs.get(i).shape());
            double analytic = dot(gradients.of(watched.get(i)), way);
            assertNear(
                    analytic,
                    slope(
                            t -> {
                                var moved = new ArrayList<>(inputs);
                                moved.set(at, inputs.get(at).add(way.mul(t)));
                                return price(layer.applyAll(moved, Call.inference()), upstream);
                            }),
                    "input " + i);
        }
        for (Weight weight : layer.trainableWeights()) {
            Tensor value = weight.tensor();
            Tensor way = direction(weight.shape());
            double analytic = dot(gradients.of(weight), way);
            assertNear(
                    analytic,
                    slope(
                            t -> {
                                weight.assign(value.add(way.mul(t)));
                                return price(layer.applyAll(inputs, Call.inference()), upstream);
                            }),
                    weight.name());
            weight.assign(value);
        }
    }

    private interface Along {
        double at(float t);
    }

    private static double slope(Along function) {
        float h = 1e-2f;
        return (function.at(h) - function.at(-h)) / (2 * h);
    }

    private static Tensor direction(Shape shape) {
        Tensor way = new RandomStream(5).normal(shape, 0, 1);
        return way.div((float) Math.max(1, Math.sqrt(shape.size())));
    }

    private static double dot(Tensor a, Tensor b) {
        return a.mul(b).sum().item();
    }

    private static double price(List<Tensor> outputs, List<Tensor> upstream) {
        double sum = 0;
        for (int i = 0; i < outputs.size(); i++) {
            sum += dot(outputs.get(i), upstream.get(i));
        }
        return sum;
    }

    private static void assertNear(double analytic, double numeric, String what) {
        assertEquals(numeric, analytic, 0.02 * Math.max(0.5, Math.abs(numeric)), what);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_mask_reaches_the_output_where_the_layer_lets_it_through(Example example) {
        Layer layer = built(example);
        Shape in = example.inputs().get(0);
        assumeTrue(example.inputs().size() == 1 && in.rank() == 3 && layer.supportsMasking());
        float[] steps = new float[BATCH * in.dim(1)];
        Arrays.fill(steps, 1);
        steps[steps.length - 1] = 0;
        Tensor mask = Tensor.of(steps, BATCH, in.dim(1));
        Tensor masked = layer.apply(example.data(BATCH, 1), Call.masked(mask));
        if (masked.rank() == 3 && masked.dim(1) == in.dim(1)) {
            assertNotNull(masked.mask(), "the mask is lost");
            assertArrayEquals(mask.toArray(), masked.mask().toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void odd_inputs_are_used_or_explained(Example example) {
        List<Tensor> inputs = example.data(BATCH, 1);
        List<List<Tensor>> odd = new ArrayList<>();
        odd.add(inputs.stream().map(_ -> Tensor.of(1)).toList());
        odd.add(inputs.stream().map(x -> x.at(0, 0)).toList());
        odd.add(inputs.stream().map(x -> x.expandDims(0)).toList());
        odd.add(inputs.stream().map(x -> x.expandDims(-1)).toList());
        odd.add(inputs.stream().map(x -> Tensor.concat(List.of(x, x), -1)).toList());
        odd.add(inputs.stream().map(x -> x.slice(0, 0, 0)).toList());
        odd.add(inputs.stream().map(x -> x.slice(-1, 0, 0)).toList());
        odd.add(inputs.stream().map(x -> x.mul(Float.NaN)).toList());
        odd.add(Stream.concat(inputs.stream(), inputs.stream()).toList());
        for (List<Tensor> tried : odd) {
            for (Layer layer : List.of(example.layer(), built(example))) {
                useOrExplain(layer, tried);
            }
        }
    }

    private static void useOrExplain(Layer layer, List<Tensor> inputs) {
        try {
            List<Tensor> unused = layer.applyAll(inputs);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage() != null && e.getMessage().length() > 20, e.getMessage());
        } catch (RuntimeException e) {
            throw new AssertionError(
                    layer + " on " + inputs.stream().map(Tensor::shape).toList() + ": " + e, e);
        }
    }
}
