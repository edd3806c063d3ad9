package nacre.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nacre.layers.config.Registry;
import nacre.layers.weights.NonNeg;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import nacre.training.optimizers.Adam;
import nacre.training.optimizers.AdamW;
import nacre.training.optimizers.LossScaleOptimizer;
import nacre.training.optimizers.RMSprop;
import nacre.training.optimizers.SGD;
import nacre.training.schedules.CosineDecay;
import nacre.training.schedules.PolynomialDecay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizersTest {
    private static Weight weight(float... values) {
        return new Weight("kernel", Tensor.of(values), true);
    }

    private static void step(Optimizer<?> optimizer, Weight weight, float... gradient) {
        optimizer.apply(List.of(weight), List.of(gradient));
    }

    static Stream<String> names() {
        return Registry.all(Optimizer.class).stream()
                .map(Class::getSimpleName)
                .filter(name -> !List.of("LossScaleOptimizer", "MultiOptimizer").contains(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aScheduleStandsWhereTheRateStands(String name) throws ReflectiveOperationException {
        Class<?> type = Optimizer.of(name).getClass();
        var made =
                (Optimizer<?>)
                        type.getConstructor(Schedule.class).newInstance(new CosineDecay(0.5, 10));
        assertEquals(0.5, made.learningRate());
        assertEquals(0.5, Optimizer.of(made.serialize()).learningRate());
    }

    @ParameterizedTest
    @MethodSource("names")
    void allGoDownhill(String name) {
        Optimizer<?> optimizer = Optimizer.of(name);
        optimizer.learningRate(0.05);
        var weight = new Weight("kernel", Tensor.of(new float[][] {{1, -2}, {0.5f, 3}}), true);
        double first = weight.tensor().square().sum().item();
        for (int i = 0; i < 30; i++) {
            var tape = new Tape(java.util.Set.of(weight));
            boolean unused =
                    tape.run(
                            () -> {
                                optimizer.apply(
                                        List.of(weight),
                                        tape.gradients(weight.tensor().square().sum()));
                                return true;
                            });
        }
        assertTrue(
                weight.tensor().square().sum().item() < first, name + " does not make it smaller");
    }

    @ParameterizedTest
    @MethodSource("names")
    void allGoOnFromWhatTheyRemember(String name) {
        Optimizer<?> one = Optimizer.of(name);
        Weight a = new Weight("kernel", Tensor.of(new float[][] {{1, 2}, {3, 4}, {5, 6}}), true);
        float[] g = {0.3f, -0.2f, 0.1f, 0.5f, -0.4f, 0.2f};
        for (int i = 0; i < 3; i++) {
            step(one, a, g);
        }
        Optimizer<?> other = Optimizer.of(one.serialize());
        Weight b = new Weight("kernel", a.tensor(), true);
        other.build(List.of(b));
        other.setVariables(one.variables());
        step(one, a, g);
        step(other, b, g);
        assertArrayEquals(a.tensor().toArray(), b.tensor().toArray());
        assertEquals(one.iterations(), other.iterations());
    }

    @Test
    void gradientsOfSeveralBatchesAreBroughtTogether() {
        var optimizer = new SGD(1).gradientAccumulationSteps(2);
        Weight w = weight(0);
        step(optimizer, w, 1);
        assertArrayEquals(new float[] {0}, w.tensor().toArray());
        step(optimizer, w, 3);
        assertArrayEquals(new float[] {-2}, w.tensor().toArray());
        assertEquals(1, optimizer.iterations());
    }

    @Test
    void averagesFollowWeightsAndAreTakenAtTheEnd() {
        var optimizer = new SGD(1).useEma(true).emaMomentum(0.5);
        Weight w = weight(0);
        step(optimizer, w, -4); // 4: the first average
        step(optimizer, w, -4); // 8
        optimizer.finalizeVariableValues();
        assertArrayEquals(new float[] {6}, w.tensor().toArray());
    }

    @Test
    void averagesCanBeLookedAtAndPutBack() {
        var optimizer = new SGD(1).useEma(true).emaMomentum(0.5);
        Weight w = weight(0);
        step(optimizer, w, -4);
        step(optimizer, w, -4);
        optimizer.swapAverages();
        assertArrayEquals(new float[] {6}, w.tensor().toArray());
        optimizer.swapAverages();
        assertArrayEquals(new float[] {8}, w.tensor().toArray());
        assertThrows(IllegalStateException.class, () -> new SGD().swapAverages());
    }

    @Test
    void longGradientsAreShortened() {
        Weight w = weight(0, 0);
        step(new SGD(1).clipnorm(1), w, 3, 4);
        assertArrayEquals(new float[] {-0.6f, -0.8f}, w.tensor().toArray(), 1e-6f);
        Weight v = weight(0, 0);
        step(new SGD(1).clipvalue(0.5), v, 3, -0.1f);
        assertArrayEquals(new float[] {-0.5f, 0.1f}, v.tensor().toArray(), 1e-6f);
    }

    @Test
    void onlyOneLimitIsAllowed() {
        var error =
                assertThrows(
                        IllegalArgumentException.class, () -> new Adam().clipnorm(1).clipvalue(1));
        assertTrue(error.getMessage().contains("clipnorm"), error.getMessage());
    }

    @Test
    void weightsDecayExceptThoseLeftOut() {
        Weight kernel = weight(10);
        var bias = new Weight("bias", Tensor.of(new float[] {10}), true);
        var optimizer = new SGD(0.1).weightDecay(0.5).excludeFromWeightDecay("bias");
        optimizer.apply(List.of(kernel, bias), List.of(new float[] {0}, new float[] {0}));
        assertArrayEquals(new float[] {9.5f}, kernel.tensor().toArray(), 1e-6f);
        assertArrayEquals(new float[] {10}, bias.tensor().toArray());
        assertEquals(0.004, new AdamW().getConfig().get("weight_decay"));
    }

    @Test
    void aLimitOfAWeightHoldsAfterEveryStep() {
        var limit = new NonNeg();
        var w = new Weight("kernel", Tensor.of(new float[] {1}), true, null, limit::apply);
        step(new SGD(1), w, 5);
        assertArrayEquals(new float[] {0}, w.tensor().toArray());
    }

    @Test
    void aScaledLossGivesTheSameStep() {
        Weight a = weight(1);
        step(new SGD(1), a, 0.25f);
        Weight b = weight(1);
        var scaled = new SGD(1).lossScaleFactor(8);
        step(scaled, b, scaled.scaleLoss(Tensor.of(0.25f)).item());
        assertArrayEquals(a.tensor().toArray(), b.tensor().toArray());
    }

    @Test
    void anOverflowHalvesTheScaleAndLeavesTheStepOut() {
        var optimizer = new LossScaleOptimizer(new SGD(1)).initialScale(4).dynamicGrowthSteps(1);
        Weight w = weight(1);
        step(optimizer, w, Float.POSITIVE_INFINITY);
        assertArrayEquals(new float[] {1}, w.tensor().toArray());
        assertEquals(2, optimizer.dynamicScale());
        step(optimizer, w, 1);
        assertArrayEquals(new float[] {0.5f}, w.tensor().toArray());
        assertEquals(4, optimizer.dynamicScale());
    }

    @Test
    void theLearningRateIsThatOfTheNextStep() {
        var optimizer = new SGD().learningRate(new PolynomialDecay(1, 2).endLearningRate(0));
        Weight w = weight(0);
        step(optimizer, w, -1);
        assertEquals(0.5, optimizer.learningRate());
        step(optimizer, w, -1);
        assertArrayEquals(new float[] {1.5f}, w.tensor().toArray());
    }

    @Test
    void aWarmUpRisesBeforeTheDecay() {
        var schedule = new CosineDecay(0, 10).warmup(1, 4);
        assertEquals(0.5, schedule.at(2));
        assertEquals(1, schedule.at(4));
        assertEquals(0.5, schedule.at(9), 1e-9);
        assertEquals(0, schedule.at(99), 1e-9);
    }

    @Test
    void learningRatesInConfigsAre32BitFloats() {
        assertEquals(0.0010000000474974513, new Adam().getConfig().get("learning_rate"));
    }

    @Test
    void aRateThatIsNoNumberIsNamed() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                Optimizer.of(
                                        Map.of(
                                                "class_name",
                                                "SGD",
                                                "config",
                                                Map.of("learning_rate", "fast"))));
        assertTrue(error.getMessage().contains("learningRate"), error.getMessage());
    }

    @Test
    void slotsLieInKerasOrder() {
        var optimizer = new RMSprop().momentum(0.9);
        optimizer.build(List.of(weight(1, 2), weight(1, 2, 3)));
        assertEquals(
                List.of("()", "()", "(2,)", "(3,)", "(2,)", "(3,)"),
                optimizer.variables().stream().map(t -> t.shape().toString()).toList());
    }
}
