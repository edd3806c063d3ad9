package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nacre.compute.Threads;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.regularization.Dropout;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.training.Callback;
import nacre.training.History;
import nacre.training.Trainee;
import nacre.training.callbacks.LambdaCallback;
import nacre.training.optimizers.Adam;
import nacre.training.optimizers.SGD;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final Tensor X = Tensor.range(40).reshape(10, 4).div(40);
    private static final Tensor Y = X.sum(1).expandDims(1);

    private static Sequential line() {
        var model = Sequential.of(Input.of(4), new Dense(1)).seed(1);
        model.compile(new SGD(0.1), "mse");
        return model;
    }

    /// Two outputs, "small" and "large", from one input.
    private static Functional twins() {
        Tensor in = Input.of(4);
        return Model.of(
                        List.of(in),
                        List.of(
                                new Dense(1).name("small").apply(in),
                                new Dense(2).name("large").apply(in)))
                .seed(1);
    }

    private static final List<Tensor> TWO = List.of(Y, Tensor.concat(List.of(Y, Y), 1));

    @Test
    void historyHasAValueForEachEpoch() {
        History history = line().fit(X, Y).epochs(3).validation(X, Y).verbose(0).run();
        assertEquals(List.of("loss", "val_loss"), history.names());
        assertEquals(3, history.get("loss").size());
        assertEquals(history.get("val_loss"), history.history().get("val_loss"));
        assertTrue(history.get("loss").get(2) < history.get("loss").get(0));
    }

    @Test
    void outputsAreReportedByName() {
        var model = twins();
        model.compile(
                new Compilation("sgd", Map.of("small", "mse", "large", "mae"))
                        .lossWeights(Map.of("small", 2.0, "large", 0.5))
                        .metrics(Map.of("small", List.of("mae", "mse"))));
        Map<String, Double> logs = model.evaluate(X, TWO);
        assertEquals(
                java.util.Set.of("loss", "small_loss", "large_loss", "small_mae", "small_mse"),
                logs.keySet());
        assertEquals(
                logs.get("loss"), 2 * logs.get("small_loss") + 0.5 * logs.get("large_loss"), 1e-6);
        assertEquals(logs.get("small_mse"), logs.get("small_loss"), 1e-6);
    }

    @Test
    void listsSayTheSameAsNames() {
        var model = twins();
        model.compile(
                new Compilation("sgd", List.of("mse", "mae"))
                        .lossWeights(2.0, 0.5)
                        .metrics(List.of("mae"), List.of()));
        assertEquals(
                java.util.Set.of("loss", "small_loss", "large_loss", "small_mae"),
                model.evaluate(X, TWO).keySet());
    }

    @Test
    void targetsMayComeByName() {
        var model = twins();
        model.compile("sgd", "mse");
        Map<String, Tensor> named = Map.of("large", TWO.get(1), "small", TWO.get(0));
        assertEquals(model.evaluate(X, TWO), model.evaluate(X, named));
    }

    @Test
    void anOutputThatDoesNotExistIsNamed() {
        var model = twins();
        model.compile("sgd", Map.of("smal", "mse"));
        var error = assertThrows(IllegalArgumentException.class, () -> model.evaluate(X, TWO));
        assertTrue(error.getMessage().contains("[small, large]"), error.getMessage());
    }

    @Test
    void accuracyAndCrossentropyAreChosenByTheShapes() {
        var model = Sequential.of(Input.of(4), new Dense(3).activation("softmax")).seed(1);
        model.compile("sgd", "crossentropy", "accuracy");
        Map<String, Double> numbers = model.evaluate(X, Tensor.range(10).mod(Tensor.of(3)));
        model.compile("sgd", "crossentropy", "accuracy");
        Map<String, Double> rows = model.evaluate(X, Tensor.range(10).mod(Tensor.of(3)).oneHot(3));
        assertEquals(numbers.get("loss"), rows.get("loss"), 1e-6);
        assertEquals(numbers.get("accuracy"), rows.get("accuracy"));
    }

    @Test
    void dataComeInManyForms() {
        var model = line();
        float[][] rows = {{1, 2, 3, 4}, {5, 6, 7, 8}};
        double loss = model.evaluate(Tensor.of(rows), Tensor.of(new float[] {1, 2})).get("loss");
        assertEquals(loss, model.evaluate(rows, new int[] {1, 2}).get("loss"));
        assertEquals(
                loss,
                model.evaluate(List.of(List.of(1, 2, 3, 4), List.of(5, 6, 7, 8)), List.of(1.0, 2.0))
                        .get("loss"));
        assertEquals(
                loss,
                model.evaluate(Tensor.of(rows).toSimpleMatrix(), new double[] {1, 2}).get("loss"));
        var error =
                assertThrows(IllegalArgumentException.class, () -> model.evaluate("data", rows));
        assertTrue(error.getMessage().contains("String"), error.getMessage());
    }

    @Test
    void rowsOfDifferentLengthAreRefused() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                line().evaluate(
                                                new float[][] {{1, 2, 3, 4}, {5}},
                                                new float[] {1, 2}));
        assertTrue(error.getMessage().contains("sample 1"), error.getMessage());
    }

    @Test
    void theValidationSplitIsTheLastPartAndIsNotTrainedOn() {
        var one = line();
        History split =
                one.fit(X, Y).validationSplit(0.2).epochs(2).shuffle(false).verbose(0).run();
        var other = line();
        History apart =
                other.fit(X.slice(0, 0, 8), Y.slice(0, 0, 8))
                        .validation(X.slice(0, 8, 10), Y.slice(0, 8, 10))
                        .epochs(2)
                        .shuffle(false)
                        .verbose(0)
                        .run();
        assertEquals(apart.get("val_loss"), split.get("val_loss"));
        assertThrows(
                IllegalArgumentException.class,
                () -> line().fit(X, Y).validationSplit(0.99).verbose(0).run());
    }

    @Test
    void theLastBatchCountsAsMuchAsItHasSamples() {
        var model = line();
        double whole = model.evaluate(X, Y, 10).get("loss");
        assertEquals(whole, model.evaluate(X, Y, 4).get("loss"), 1e-6);
    }

    @Test
    void weightsOfClassesAreWeightsOfTheirSamples() {
        var one = line();
        Tensor y = Tensor.of(new float[] {0, 1, 1, 0, 2, 0, 1, 2, 0, 1});
        History byClass =
                one.fit(X, y).classWeight(Map.of(1, 3.0, 2, 0.5)).shuffle(false).verbose(0).run();
        Tensor weights = Tensor.of(new float[] {1, 3, 3, 1, 0.5f, 1, 3, 0.5f, 1, 3});
        History bySample = line().fit(X, y).sampleWeight(weights).shuffle(false).verbose(0).run();
        assertEquals(bySample.get("loss"), byClass.get("loss"));
    }

    @Test
    void onlyWeightedMetricsLookAtWeights() {
        var model = line();
        model.compile(new Compilation("sgd", "mse").metrics("mae").weightedMetrics("mae"));
        Tensor first = Tensor.range(10).equal(0);
        Map<String, Double> logs = model.evaluate(X, Y, 32, first);
        double plain = model.predict(X).sub(Y).abs().mean().item();
        double own = model.predict(X).sub(Y).abs().get(0, 0);
        assertEquals(plain, logs.get("mae"), 1e-6);
        assertEquals(own, logs.get("weighted_mae"), 1e-6);
    }

    @Test
    void stepsOfAnEpochGoOnWhereTheLastOneEndedAndEndWithTheData() {
        var seen = new ArrayList<Integer>();
        Callback note = new LambdaCallback().onTrainBatchEnd((batch, _) -> seen.add(batch));
        var one = line();
        one.fit(X, Y)
                .batchSize(4)
                .stepsPerEpoch(2)
                .epochs(3)
                .shuffle(false)
                .callbacks(note)
                .verbose(0)
                .run();
        assertEquals(List.of(0, 1, 0, 0, 1), seen); // as Keras's EpochIterator
        var other = line();
        other.fit(X, Y).batchSize(4).shuffle(false).verbose(0).run();
        other.fit(X, Y).batchSize(4).stepsPerEpoch(2).shuffle(false).verbose(0).run();
        assertArrayEquals(other.predict(X).toArray(), one.predict(X).toArray());
    }

    @Test
    void trainingByHandIsTheSameAsFit() {
        var one = line();
        History history = one.fit(X, Y).batchSize(10).shuffle(false).verbose(0).run();
        var other = line();
        Map<String, Double> logs = other.trainOnBatch(X, Y);
        assertEquals(history.last("loss"), logs.get("loss"), 1e-7);
        assertArrayEquals(one.predict(X).toArray(), other.predictOnBatch(X).toArray());
        assertEquals(one.evaluate(X, Y), other.testOnBatch(X, Y));
    }

    @Test
    void aModelWithoutShapesIsBuiltByItsFirstData() {
        var model = Sequential.of(new Dense(3), new Dense(1)).seed(1);
        model.compile(new Adam(0.01), "mse");
        model.fit(X, Y).batchSize(10).verbose(0).run();
        assertEquals(19, model.countParams());
        assertEquals(1, model.optimizer().iterations());
    }

    @Test
    void whatIsFrozenWhileTrainingStays() {
        var hidden = new Dense(3);
        var model = Sequential.of(Input.of(4), hidden, new Dense(1)).seed(1);
        model.compile("sgd", "mse");
        var kept = new ArrayList<Tensor>();
        Callback freeze =
                new LambdaCallback()
                        .onTrainBatchBegin(
                                (batch, _) -> {
                                    if (batch == 1) {
                                        hidden.trainable(false);
                                        kept.addAll(hidden.getWeights());
                                    }
                                });
        model.fit(X, Y).batchSize(2).callbacks(freeze).verbose(0).run();
        assertArrayEquals(kept.get(0).toArray(), hidden.getWeights().get(0).toArray());
    }

    @Test
    void theSameSeedGivesTheSameWithAnyNumberOfThreads() {
        int before = Threads.count();
        try {
            List<List<Double>> losses = new ArrayList<>();
            List<float[]> weights = new ArrayList<>();
            for (int threads : new int[] {1, 2, 4}) {
                Threads.use(threads);
                var model =
                        Sequential.of(
                                        Input.of(64),
                                        new Dense(300).activation("relu"),
                                        new Dropout(0.3),
                                        new Dense(10).activation("softmax"))
                                .seed(7);
                model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
                Tensor x = Tensor.range(200 * 64).mul(0.37f).sin().reshape(200, 64);
                Tensor y = Tensor.range(200).mod(Tensor.of(10));
                losses.add(model.fit(x, y).epochs(3).batchSize(64).verbose(0).run().get("loss"));
                weights.add(model.getWeights().get(0).toArray());
            }
            assertEquals(losses.get(0), losses.get(1));
            assertEquals(losses.get(0), losses.get(2));
            assertArrayEquals(weights.get(0), weights.get(1));
            assertArrayEquals(weights.get(0), weights.get(2));
        } finally {
            Threads.use(before);
        }
    }

    @Test
    void aLossThatIsNotOneNumberIsRefused() {
        var model = line();
        model.compile("sgd", new nacre.training.losses.MeanSquaredError().reduction("none"));
        var error =
                assertThrows(IllegalStateException.class, () -> model.fit(X, Y).verbose(0).run());
        assertTrue(error.getMessage().contains("reduction"), error.getMessage());
    }

    @Test
    void howToTrainIsWrittenAsKerasDoes() {
        var model = line();
        model.compile(new Compilation("adam", "mse").metrics("mae"));
        Map<String, Object> config = model.getCompileConfig();
        assertEquals("mse", config.get("loss"));
        assertEquals(List.of("mae"), config.get("metrics"));
        assertFalse((boolean) config.get("run_eagerly"));
        var other = line();
        other.compileFromConfig(config);
        assertEquals(config, other.getCompileConfig());
    }

    @Test
    void anUncompiledModelSaysWhatToDo() {
        var model = Sequential.of(Input.of(4), new Dense(1));
        var error =
                assertThrows(IllegalStateException.class, () -> model.fit(X, Y).verbose(0).run());
        assertTrue(error.getMessage().contains("model.compile("), error.getMessage());
    }

    @Test
    void everyMomentOfTrainingIsTold() {
        var moments = new ArrayList<String>();
        var diary =
                new Callback() {
                    @Override
                    public void onTrainBegin(Trainee trainee) {
                        moments.add("begin");
                    }

                    @Override
                    public void onTestBegin(Trainee trainee) {
                        moments.add("test");
                    }

                    @Override
                    public void onTrainBatchEnd(
                            Trainee trainee, int batch, Map<String, Double> logs) {
                        moments.add("batch " + batch + " of " + trainee.plan().batches());
                    }

                    @Override
                    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
                        moments.add("epoch " + epoch + logs.keySet());
                    }

                    @Override
                    public void onTrainEnd(Trainee trainee, Map<String, Double> logs) {
                        moments.add("end");
                    }
                };
        line().fit(X, Y)
                .batchSize(5)
                .epochs(2)
                .initialEpoch(1)
                .validation(X, Y)
                .callbacks(diary)
                .verbose(0)
                .run();
        assertEquals(
                List.of(
                        "begin",
                        "batch 0 of 2",
                        "batch 1 of 2",
                        "test",
                        "epoch 1[loss, val_loss]",
                        "end"),
                moments);
    }

    @Test
    void predictionsKeepTheOrderOfSamples() {
        var model = line();
        Tensor whole = model.apply(X);
        assertArrayEquals(whole.toArray(), model.predictAll(X, 3).get(0).toArray(), 1e-6f);
        assertEquals(Shape.of(10, 1), model.predict(X).shape());
    }

    @Test
    void stepsOfAnEpochSayHowLargeBatchesAre() {
        var sizes = new ArrayList<Long>();
        for (int steps : new int[] {1, 2, 5, 12}) {
            var model = line();
            model.fit(X, Y).stepsPerEpoch(steps).verbose(0).run();
            sizes.add(model.optimizer().iterations());
        }
        int samples = X.dim(0);
        assertEquals(
                Stream.of(1, 2, 5, 12)
                        .map(steps -> (long) Math.ceilDiv(samples, Math.ceilDiv(samples, steps)))
                        .toList(),
                sizes);
    }

    @Test
    void validationCanBeAtSomeEpochs() {
        var history =
                line().fit(X, Y)
                        .epochs(5)
                        .validation(X, Y)
                        .validationFreq(List.of(1, 4))
                        .verbose(0)
                        .run();
        assertEquals(2, history.get("val_loss").size());
    }
}
