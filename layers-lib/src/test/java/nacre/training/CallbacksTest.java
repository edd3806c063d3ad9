package nacre.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.models.Sequential;
import nacre.tensor.Tensor;
import nacre.training.callbacks.CSVLogger;
import nacre.training.callbacks.CallbackList;
import nacre.training.callbacks.EarlyStopping;
import nacre.training.callbacks.LambdaCallback;
import nacre.training.callbacks.LearningRateScheduler;
import nacre.training.callbacks.ModelCheckpoint;
import nacre.training.callbacks.ReduceLROnPlateau;
import nacre.training.callbacks.SwapEMAWeights;
import nacre.training.callbacks.TerminateOnNaN;
import nacre.training.optimizers.SGD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbacksTest {
    private static final Tensor X = Tensor.of(new float[][] {{1}, {2}});
    private static final Tensor Y = Tensor.of(new float[][] {{2}, {4}});

    private static Sequential line(Optimizer<?> optimizer) {
        var model = Sequential.of(Input.of(1), new Dense(1)).seed(3);
        model.compile(optimizer, "mse");
        return model;
    }

    /// A training whose values are given.
    private static final class Told implements Trainee {
        final SGD optimizer = new SGD(1);
        final List<Tensor> weights = new ArrayList<>(List.of(Tensor.of(0)));
        final List<String> saved = new ArrayList<>();
        final List<String> said = new ArrayList<>();
        boolean stopped;
        boolean validates = true;

        @Override
        public List<Tensor> getWeights() {
            return List.copyOf(weights);
        }

        @Override
        public void setWeights(List<Tensor> values) {
            weights.clear();
            weights.addAll(values);
        }

        @Override
        public Optimizer<?> optimizer() {
            return optimizer;
        }

        @Override
        public void stopTraining() {
            stopped = true;
        }

        @Override
        public void say(String message) {
            said.add(message);
        }

        @Override
        public void save(Path file) {
            saved.add(file.toString());
        }

        @Override
        public void saveWeights(Path file) {
            saved.add("weights in " + file);
        }

        @Override
        public void keep(Path file, int nextEpoch, int nextBatch) {
            saved.add(file.getFileName() + " at " + nextEpoch + ", " + nextBatch);
        }

        @Override
        public void resume(Path file) {
            saved.add("from " + file.getFileName());
        }

        @Override
        public boolean completed() {
            return true;
        }

        @Override
        public Plan plan() {
            return new Plan(10, 1, validates);
        }

        /// Tells the callback one value for each epoch until it stops; gives the number of epochs.
        int run(Callback callback, String name, double... values) {
            callback.onTrainBegin(this);
            int epoch = 0;
            while (epoch < values.length && !stopped) {
                weights.set(0, Tensor.of(epoch));
                callback.onEpochEnd(this, epoch, new TreeMap<>(Map.of(name, values[epoch])));
                epoch++;
            }
            callback.onTrainEnd(this, Map.of());
            return epoch;
        }
    }

    @Test
    void stoppingEarlyBringsTheBestWeightsBack() {
        var told = new Told();
        var stop = new EarlyStopping().patience(2).restoreBestWeights(true);
        assertEquals(4, told.run(stop, "val_loss", 3, 1, 2, 2, 0));
        assertEquals(1, told.weights.get(0).item());
    }

    @Test
    void ofAccuraciesTheLargeOnesAreGood() {
        assertEquals(
                3,
                new Told()
                        .run(
                                new EarlyStopping().monitor("val_accuracy"),
                                "val_accuracy",
                                0.1,
                                0.5,
                                0.4,
                                0.9));
        assertEquals(2, new Told().run(new EarlyStopping().monitor("mae"), "mae", 0.1, 0.5, 0.4));
        assertEquals(
                3,
                new Told().run(new EarlyStopping().monitor("x").mode("max"), "x", 0.1, 0.5, 0.4));
    }

    @Test
    void theLossOfAnOutputNamedScoreIsGoodWhenItIsSmall() {
        for (String name :
                List.of("score_loss", "val_score_loss", "precision_mean_squared_error")) {
            var stop = new EarlyStopping().monitor(name);
            assertEquals(4, new Told().run(stop, name, 0.5, 0.4, 0.3, 0.4), name);
        }
        assertEquals(3, new Told().run(new EarlyStopping().monitor("auc"), "auc", 0.5, 0.6, 0.5));
    }

    @Test
    void aValueThatIsNoNumberIsNeverTheBest() {
        assertEquals(2, new Told().run(new EarlyStopping(), "val_loss", Double.NaN, Double.NaN, 1));
    }

    @Test
    void theRateFallsOnAPlateauButNotBelowItsEnd() {
        var told = new Told();
        var reduce = new ReduceLROnPlateau().factor(0.5).patience(2).minLr(0.4);
        told.run(reduce, "val_loss", 1, 1, 1, 1, 1, 1, 1);
        assertEquals(0.4, told.optimizer.learningRate(), 1e-7);
    }

    @Test
    void theRateRests() {
        var told = new Told();
        told.run(new ReduceLROnPlateau().factor(0.5).patience(1).cooldown(2), "val_loss", 1, 1, 1);
        assertEquals(0.5, told.optimizer.learningRate());
    }

    @Test
    void aRuleSetsTheRateOfEachEpoch() {
        var model = line(new SGD(0.5));
        History history =
                model.fit(X, Y)
                        .epochs(3)
                        .callbacks(
                                new LearningRateScheduler(
                                        (epoch, rate) -> epoch == 0 ? rate : rate / 2))
                        .verbose(0)
                        .run();
        assertEquals(List.of(0.5, 0.25, 0.125), history.get("learning_rate"));
    }

    @Test
    void trainingEndsWhenTheLossIsNoNumber() {
        var model = line(new SGD(1e30));
        History history =
                model.fit(X, Y).epochs(50).callbacks(new TerminateOnNaN()).verbose(0).run();
        assertTrue(history.epochs().size() < 10, history.toString());
        var again = line(new SGD(1e30));
        var error =
                assertThrows(
                        ArithmeticException.class,
                        () ->
                                again.fit(X, Y)
                                        .epochs(50)
                                        .callbacks(new TerminateOnNaN().raiseError(true))
                                        .verbose(0)
                                        .run());
        assertTrue(error.getMessage().contains("learning rate"), error.getMessage());
    }

    @Test
    void linesOfAFileHaveTheEpochsValues(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log.csv");
        var told = new Told();
        told.validates = false;
        told.run(new CSVLogger(file), "loss", 0.5, 0.25);
        assertEquals(List.of("epoch,loss", "0,0.5", "1,0.25"), Files.readAllLines(file));
        told.run(new CSVLogger(file).append(true), "loss", 0.125);
        assertEquals(List.of("epoch,loss", "0,0.5", "1,0.25", "0,0.125"), Files.readAllLines(file));
        told.run(new CSVLogger(file).separator(";"), "loss", 1);
        assertEquals(List.of("epoch;loss", "0;1.0"), Files.readAllLines(file));
    }

    @Test
    void aFileHasPlaceForTheValidationThatComesEveryOtherEpoch(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("log.csv");
        line(new SGD(0))
                .fit(X, Y)
                .epochs(2)
                .validation(X, Y)
                .validationFreq(2)
                .callbacks(new CSVLogger(file))
                .verbose(0)
                .run();
        List<String> lines = Files.readAllLines(file);
        String loss = lines.get(1).split(",")[1];
        assertEquals(
                List.of("epoch,loss,val_loss", "0," + loss + ",NA", "1," + loss + "," + loss),
                lines);
    }

    @Test
    void averagesAreValidatedAndWeightsComeBack() {
        var optimizer = new SGD(0.1).useEma(true).emaMomentum(0.9);
        var model = line(optimizer);
        var weights = new ArrayList<Float>();
        var losses = new ArrayList<Double>();
        var look =
                new LambdaCallback()
                        .onTrainBatchEnd((_, _) -> weights.add(model.getWeights().get(0).item()))
                        .onEpochEnd((_, logs) -> losses.add(logs.get("val_loss")));
        model.fit(X, Y)
                .epochs(3)
                .validation(X, Y)
                .callbacks(new SwapEMAWeights(), look)
                .verbose(0)
                .run();
        var plain = line(new SGD(0.1));
        var own = new ArrayList<Float>();
        plain.fit(X, Y)
                .epochs(3)
                .shuffle(false)
                .callbacks(
                        new LambdaCallback()
                                .onTrainBatchEnd(
                                        (_, _) -> own.add(plain.getWeights().get(0).item())))
                .verbose(0)
                .run();
        assertEquals(own, weights, "training is not disturbed");
        assertEquals(
                losses.getLast(),
                model.evaluate(X, Y).get("loss"),
                1e-6,
                "the end takes the averages");
    }

    @Test
    void averagesStayAtTheEndOfTheLastEpoch() {
        var optimizer = new SGD(0.1).useEma(true).emaMomentum(0.5);
        var model = line(optimizer);
        var seen = new ArrayList<float[]>();
        var look =
                new LambdaCallback()
                        .onEpochEnd((_, _) -> seen.add(model.getWeights().get(0).toArray()));
        model.fit(X, Y)
                .epochs(2)
                .callbacks(new SwapEMAWeights().swapOnEpoch(true), look)
                .verbose(0)
                .run();
        assertArrayEquals(seen.getLast(), model.getWeights().get(0).toArray());
    }

    @Test
    void aCheckpointSavesWhatIsBetter() {
        var told = new Told();
        told.run(new ModelCheckpoint("best.keras").saveBestOnly(true), "val_loss", 3, 4, 2, 2, 1);
        assertEquals(List.of("best.keras", "best.keras", "best.keras"), told.saved);
        told.saved.clear();
        var above =
                new ModelCheckpoint("{epoch}.weights.h5")
                        .saveBestOnly(true)
                        .saveWeightsOnly(true)
                        .monitor("accuracy")
                        .initialValueThreshold(0.5);
        told.run(above, "accuracy", 0.4, 0.6, 0.55, 0.7);
        // this trainee begins no epochs, so all are the first
        assertEquals(List.of("weights in 1.weights.h5", "weights in 1.weights.h5"), told.saved);
    }

    @Test
    void aValueThatIsNotRecordedIsToldWithThoseThatAre() {
        for (Callback callback :
                List.of(
                        new EarlyStopping().monitor("f1"),
                        new ReduceLROnPlateau().monitor("f1"),
                        new ModelCheckpoint("m.keras").saveBestOnly(true).monitor("f1"))) {
            var told = new Told();
            told.run(callback, "val_accuracy", 1);
            assertEquals(1, told.said.size());
            String message = told.said.get(0);
            assertTrue(
                    message.matches(
                            "\\w+ watches \"f1\", which is not among the recorded values"
                                    + " \\[(learning_rate, )?val_accuracy\\], and does nothing\\."
                                    + " Name one of them with monitor\\(…\\)\\."),
                    message);
        }
        var told = new Told();
        told.run(new EarlyStopping().monitor("val_acc"), "val_accuracy", 1);
        String message = told.said.getFirst();
        assertTrue(message.endsWith("Did you mean \"val_accuracy\"?"), message);
    }

    @Test
    void sayWhatTheyDoWhenPrinted() {
        assertEquals(
                "EarlyStopping on val_loss, patience 3",
                new EarlyStopping().patience(3).toString());
        assertEquals(
                "ModelCheckpoint to best.keras, the best by val_loss",
                new ModelCheckpoint("best.keras").saveBestOnly(true).toString());
        assertEquals(
                "ReduceLROnPlateau on loss, patience 10, factor 0.1",
                new ReduceLROnPlateau().monitor("loss").toString());
        assertEquals(
                "[CSVLogger to log.csv, TerminateOnNaN]",
                new CallbackList(new CSVLogger("log.csv"), new TerminateOnNaN()).toString());
    }
}
