package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nacre.data.DataFeed;
import nacre.data.DataSet;
import nacre.data.Item;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.tensor.Tensor;
import nacre.training.callbacks.LambdaCallback;
import org.junit.jupiter.api.Test;

/// Batches of a data feed train a model as tensors do.
class DataFeedFitTest {
    private static final Tensor X = Tensor.range(20).reshape(10, 2).div(20);
    private static final Tensor Y = X.sum(1).greater(1).expandDims(1);
    private static final DataFeed DATA = DataFeed.of(X, Y).batch(4);

    private static Model model() {
        var model = Sequential.of(new Dense(3).activation("tanh"), new Dense(1)).seed(2);
        model.compile("adam", "mse", "mae");
        return model;
    }

    private static void assertSame(Consumer<Model> one, Consumer<Model> other) {
        Model a = model();
        Model b = model();
        one.accept(a);
        other.accept(b);
        assertArrayEquals(a.predict(X).toArray(), b.predict(X).toArray());
        assertEquals(a.history().toString(), b.history().toString());
    }

    @Test
    void trainsEvaluatesAndPredictsAsTensorsDo() {
        assertSame(
                model ->
                        model.fit(X, Y)
                                .batchSize(4)
                                .epochs(3)
                                .shuffle(false)
                                .validation(X, Y)
                                .verbose(0)
                                .run(),
                model -> model.fit(DATA).epochs(3).validation(DATA).verbose(0).run());
        Model model = model();
        assertEquals(model.evaluate(X, Y, 4), model.evaluate(DATA));
        assertEquals(model.evaluate(X, Y), model.evaluate(new DataSet(X, Y)));
        assertArrayEquals(model.predict(X).toArray(), model.predict(DATA).toArray());
    }

    @Test
    void anEndlessPipelineNeedsToKnowHowLongAnEpochIs() {
        assertSame(
                model -> model.fit(DATA).epochs(2).verbose(0).run(),
                model -> model.fit(DATA.repeat()).epochs(2).stepsPerEpoch(3).verbose(0).run());
        var fit = model().fit(DATA.repeat()).verbose(0);
        assertTrue(
                assertThrows(IllegalArgumentException.class, fit::run)
                        .getMessage()
                        .contains("stepsPerEpoch"));
        Model model = model();
        assertThrows(IllegalArgumentException.class, () -> model.evaluate(DATA.repeat()));
        assertThrows(IllegalArgumentException.class, () -> model.predict(DATA.repeat()));
        model.fit(DATA).validation(DATA.repeat()).validationSteps(2).verbose(0).run();
    }

    @Test
    void aGeneratorOfUnknownLengthIsUsedToItsEndInEachEpoch() {
        DataFeed generated = DataFeed.generate(() -> DataFeed.of(X, Y).iterator()).batch(4);
        assertSame(
                model -> model.fit(DATA).epochs(3).verbose(0).run(),
                model -> model.fit(generated).epochs(3).verbose(0).run());
        DataFeed nothing = DataFeed.generate(() -> List.<Item>of().iterator()).batch(4);
        Model built = model();
        built.predict(X);
        assertThrows(IllegalArgumentException.class, () -> built.fit(nothing).verbose(0).run());
    }

    @Test
    void weightsComeWithTheItemsOrFromClasses() {
        Tensor twice = Y.add(1);
        DataFeed weighted =
                DataFeed.generate(
                        () ->
                                List.of(
                                                new Item(
                                                        List.of(X),
                                                        List.of(Y),
                                                        List.of(twice.squeeze(-1))))
                                        .iterator());
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> model().fit(weighted))
                        .getMessage()
                        .contains(".batch(32)"));
        assertSame(
                model ->
                        model.fit(X, Y)
                                .batchSize(4)
                                .shuffle(false)
                                .classWeight(Map.of(1, 2.0))
                                .verbose(0)
                                .run(),
                model -> model.fit(DATA).classWeight(Map.of(1, 2.0)).verbose(0).run());
        assertThrows(
                IllegalArgumentException.class,
                () -> model().fit(DATA).validationSplit(0.2).verbose(0).run());
        assertThrows(IllegalArgumentException.class, () -> model().fit(DATA).sampleWeight(X));
    }

    @Test
    void severalBatchesMayRunBetweenTwoCallsOfCallbacks() {
        var model = Sequential.of(Input.of(2), new Dense(1)).seed(2);
        model.compile(new Compilation("sgd", "mse").stepsPerExecution(2));
        var seen = new StringBuilder();
        var look =
                new LambdaCallback()
                        .onTrainBatchBegin((batch, _) -> seen.append(batch).append('-'))
                        .onTrainBatchEnd((batch, _) -> seen.append(batch).append(' '));
        model.fit(DATA).callbacks(look).verbose(0).run();
        assertEquals("0-1 2-2 ", seen.toString());
        assertEquals(3, model.optimizer().iterations());
        assertEquals(2, model.getCompileConfig().get("steps_per_execution"));
    }
}
