package nacre.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nacre.layers.activation.ActivationFunction;
import nacre.layers.activation.Activations;
import nacre.layers.catalogue.Example;
import nacre.layers.catalogue.Examples;
import nacre.layers.config.Registry;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.core.Lambda;
import nacre.models.Model;
import nacre.tensor.Gradients;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import nacre.training.optimizers.SGD;
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

    /// Those that a config can hold: a Lambda's function is code, and files hold none.
    static Stream<Named<Example>> written() {
        return examples().filter(each -> !(each.getPayload().layer() instanceof Lambda));
    }

    /// Those that have something to learn.
    static Stream<Named<Example>> trained() {
        return examples().filter(each -> !built(each.getPayload()).trainableWeights().isEmpty());
    }

    /// Those that have nothing to learn.
    static Stream<Named<Example>> untrained() {
        return examples().filter(each -> built(each.getPayload()).trainableWeights().isEmpty());
    }

    /// Those of a sequence through which masks go.
    static Stream<Named<Example>> passingMasks() {
        return examples()
                .filter(each -> isSequence(each.getPayload()))
                .filter(each -> each.getPayload().inputs().size() == 1)
                .filter(each -> each.getPayload().layer().supportsMasking());
    }

    /// Those of sequences that look at masks themselves.
    static Stream<Named<Example>> lookingAtMasks() {
        return examples()
                .filter(each -> isSequence(each.getPayload()))
                .filter(each -> each.getPayload().layer().takesMasks());
    }

    private static boolean isSequence(Example example) {
        return example.inputs().stream().allMatch(shape -> shape.rank() == 3);
    }

    /// Those with an activation, which may be computed in one go with what comes before.
    static Stream<Named<Example>> activated() {
        return examples().filter(each -> activation(each.getPayload().layer()).isPresent());
    }

    private static Optional<Method> activation(Layer layer) {
        return Stream.of(layer.getClass().getMethods())
                .filter(method -> method.getName().equals("activation"))
                .filter(method -> method.getParameterTypes().length == 1)
                .filter(method -> method.getParameterTypes()[0] == ActivationFunction.class)
                .findFirst();
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
    @MethodSource("written")
    void the_config_makes_the_layer_again(Example example) {
        Layer layer = example.layer();
        assertEquals(layer.getConfig(), Layer.fromConfig(layer.getConfig()).getConfig());
        assertEquals(layer.serialize(), Layer.of(layer.serialize()).serialize());
    }

    @ParameterizedTest
    @MethodSource("written")
    void the_layer_made_from_a_config_does_the_same(Example example) {
        Layer layer = built(example);
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
        var check = GradientCheck.of(built(example), example.data(BATCH, 2), Call.inference());
        assertTrue(check.passed(), check.toString());
    }

    /// A step of plain descent towards outputs of 1.
    @ParameterizedTest
    @MethodSource("trained")
    void one_step_of_training_lowers_the_loss(Example example) {
        Layer layer = built(example);
        List<Tensor> inputs = example.data(BATCH, 3);
        var tape = new Tape(Set.copyOf(layer.trainableWeights()));
        Tensor before = tape.run(() -> loss(layer, inputs));
        Gradients gradients = tape.gradients(before);
        double steepness = 0;
        for (Weight weight : layer.trainableWeights()) {
            steepness += gradients.of(weight).square().sum().item();
        }
        assertTrue(steepness > 0, "no weight learns anything");
        float step = (float) Math.min(0.01, 0.01 * before.item() / steepness);
        for (Weight weight : layer.trainableWeights()) {
            weight.assign(weight.tensor().detach().sub(gradients.of(weight).mul(step)));
        }
        assertTrue(loss(layer, inputs).item() < before.item(), "the loss does not become smaller");
    }

    private static Tensor loss(Layer layer, List<Tensor> inputs) {
        return layer.applyAll(inputs, Call.inference()).get(0).sub(1).square().mean();
    }

    /// A layer without weights inside a model that learns: what is behind it and, where it has a
    /// gradient, what is in front of it learns.
    @ParameterizedTest
    @MethodSource("untrained")
    void a_layer_without_weights_leaves_a_model_working(Example example) {
        List<Tensor> symbolic = example.inputs().stream().map(Input::of).toList();
        Tensor made = example.layer().applyAll(symbolic).get(0);
        boolean flat = made.rank() == 2 && made.dim(-1) != Shape.NONE;
        Tensor row = flat ? made : new Lambda(LayerContractTest::summed).outputShape(1).apply(made);
        var model = Model.of(symbolic, new Dense(1).apply(row)).seed(1);
        model.compile(new SGD(1e-9), "mse");
        List<Tensor> inputs = example.data(BATCH, 3);
        var history =
                model.fit(inputs, List.of(Tensor.ones(Shape.of(BATCH, 1))))
                        .epochs(2)
                        .verbose(0)
                        .run();
        assertTrue(Double.isFinite(history.get("loss").get(1)), history.toString());
    }

    /// One number for each sample.
    private static Tensor summed(Tensor x) {
        Tensor sum = x;
        while (sum.rank() > 1) {
            sum = sum.sum(-1);
        }
        return sum.expandDims(-1);
    }

    @ParameterizedTest
    @MethodSource("passingMasks")
    void a_mask_reaches_the_output_where_the_layer_lets_it_through(Example example) {
        Layer layer = built(example);
        Tensor mask = lastStepMasked(example.inputs().get(0));
        Tensor masked = layer.apply(example.data(BATCH, 1), Call.masked(mask));
        if (masked.rank() == 3 && masked.dim(1) == mask.dim(1)) {
            assertNotNull(masked.mask(), "the mask is lost");
            assertArrayEquals(mask.toArray(), masked.mask().toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("lookingAtMasks")
    void what_a_mask_leaves_out_changes_nothing(Example example) {
        Layer layer = built(example);
        Call how =
                Call.inference()
                        .masks(
                                example.inputs().stream()
                                        .map(each -> lastStepMasked(each))
                                        .toList());
        List<Tensor> inputs = example.data(BATCH, 1);
        List<Tensor> others = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Tensor counts = how.masks().get(i).expandDims(-1);
            others.add(inputs.get(i).where(counts, 9));
        }
        assertArrayEquals(
                counted(layer.applyAll(inputs, how).get(0), inputs.get(0)),
                counted(layer.applyAll(others, how).get(0), inputs.get(0)),
                1e-5f);
    }

    private static Tensor lastStepMasked(Shape in) {
        float[] steps = new float[BATCH * in.dim(1)];
        Arrays.fill(steps, 1);
        for (int i = 1; i <= BATCH; i++) {
            steps[i * in.dim(1) - 1] = 0;
        }
        return Tensor.of(steps, BATCH, in.dim(1));
    }

    /// Of a sequence all steps but the last, else all.
    private static float[] counted(Tensor output, Tensor input) {
        boolean steps = output.rank() == 3 && output.dim(1) == input.dim(1);
        return (steps ? output.slice(1, 0, output.dim(1) - 1) : output).toArray();
    }

    /// Known functions may be computed together with a product or a whole sequence; the same as a
    /// function of one's own cannot.
    @ParameterizedTest
    @MethodSource("activated")
    void fused_equals_plain(Example example) throws ReflectiveOperationException {
        for (Activations function :
                List.of(Activations.RELU, Activations.SIGMOID, Activations.TANH)) {
            ActivationFunction own = x -> function.apply(x);
            List<float[]> fused = run(example, function);
            List<float[]> plain = run(example, own);
            for (int i = 0; i < plain.size(); i++) {
                assertArrayEquals(plain.get(i), fused.get(i), 1e-4f, function + " " + i);
            }
        }
    }

    /// The outputs, and the gradients of inputs and weights.
    private static List<float[]> run(Example example, ActivationFunction function)
            throws ReflectiveOperationException {
        Layer layer = example.layer();
        Object unused = activation(layer).orElseThrow().invoke(layer, function);
        layer.ensureBuilt(example.inputs());
        layer.reseed(1);
        var tape = new Tape(Set.copyOf(layer.trainableWeights()));
        List<Tensor> inputs = example.data(BATCH, 1).stream().map(tape::watch).toList();
        Tensor output = tape.run(() -> layer.applyAll(inputs, Call.inference()).get(0));
        Gradients gradients =
                tape.gradients(output, new RandomStream(7).normal(output.shape(), 0, 1));
        var found = new ArrayList<>(List.of(output.toArray()));
        inputs.forEach(input -> found.add(gradients.of(input).toArray()));
        layer.trainableWeights().forEach(weight -> found.add(gradients.of(weight).toArray()));
        return found;
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
