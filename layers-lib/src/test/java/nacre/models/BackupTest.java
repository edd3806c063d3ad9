package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nacre.data.DataFeed;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.regularization.Dropout;
import nacre.saving.BadFile;
import nacre.tensor.Tensor;
import nacre.training.Callback;
import nacre.training.callbacks.BackupAndRestore;
import nacre.training.callbacks.LambdaCallback;
import nacre.training.optimizers.Adam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A training that was cut off goes on as if nothing had happened.
class BackupTest {
    private static final Tensor X = Tensor.range(80).reshape(40, 2).div(80);
    private static final Tensor Y = X.sum(1).expandDims(1);
    private static final int EPOCHS = 5;
    private static final int HALT = 3;

    @TempDir Path folder;

    /// What a child process runs: trains, and is gone in the middle of the third epoch.
    static final class Cut {
        private Cut() {}

        public static void main(String[] arguments) {
            boolean byBatches = arguments[1].equals("batches");
            Callback cut =
                    new LambdaCallback()
                            .onTrainBatchEnd(
                                    (batch, _) -> {
                                        if (batch == 3 && seen++ == 2) {
                                            Runtime.getRuntime().halt(HALT);
                                        }
                                    });
            train(model(), arguments[2], backup(Path.of(arguments[0]), byBatches), cut);
        }

        private static int seen;
    }

    private static Model model() {
        var model =
                Sequential.of(
                                Input.of(2),
                                new Dense(8).activation("relu"),
                                new Dropout(0.3),
                                new Dense(1))
                        .seed(11);
        model.compile(new Adam(0.01).useEma(true), "mse");
        return model;
    }

    private static BackupAndRestore backup(Path folder, boolean byBatches) {
        var backup = new BackupAndRestore(folder.toString());
        return byBatches ? backup.saveFreq(2) : backup.saveFreq("epoch");
    }

    private static void train(Model model, String source, Callback... callbacks) {
        Fit fit =
                source.equals("tensors")
                        ? model.fit(X, Y).batchSize(8)
                        : model.fit(DataFeed.of(X, Y).shuffle(20, 5).batch(8));
        fit.epochs(EPOCHS).callbacks(callbacks).verbose(0).run();
    }

    @ParameterizedTest
    @CsvSource({"epoch, tensors", "batches, tensors", "batches, feed"})
    void aKilledProcessGoesOnToTheSameWeights(String frequency, String source)
            throws IOException, InterruptedException {
        Path place = folder.resolve("backup");
        assertEquals(HALT, Child.run(Cut.class, place.toString(), frequency, source));
        assertTrue(Files.exists(place.resolve("latest.weights.h5")), "there is a backup");
        Model resumed = model();
        train(resumed, source, backup(place, frequency.equals("batches")));

        Model whole = model();
        train(whole, source);
        assertArrayEquals(whole.predict(X).toArray(), resumed.predict(X).toArray());
        assertEquals(whole.optimizer().iterations(), resumed.optimizer().iterations());
        assertTrue(resumed.history().epochs().getFirst() >= 2, "it did not begin anew");
        assertFalse(Files.exists(place.resolve("latest.weights.h5")), "done: no backup is left");
    }

    @Test
    void whoIsStoppedKeepsTheBackup() {
        Path place = folder.resolve("backup");
        var stop =
                new LambdaCallback()
                        .onEpochBegin(
                                (epoch, _) -> {
                                    if (epoch == 2) {
                                        throw new IllegalStateException("stopped");
                                    }
                                });
        assertThrows(
                IllegalStateException.class,
                () -> train(model(), "tensors", backup(place, false), stop));
        assertTrue(Files.exists(place.resolve("latest.weights.h5")));
    }

    @Test
    void aBackupOfAnotherModelIsRefused() throws IOException, InterruptedException {
        Path place = folder.resolve("backup");
        assertEquals(HALT, Child.run(Cut.class, place.toString(), "epoch", "tensors"));
        var other = Sequential.of(Input.of(2), new Dense(3), new Dense(1));
        other.compile("sgd", "mse");
        String before = other.getWeights().toString();
        var error =
                assertThrows(BadFile.class, () -> train(other, "tensors", backup(place, false)));
        assertTrue(error.getMessage().contains("latest.weights.h5"), error.getMessage());
        assertEquals(before, other.getWeights().toString());
        Files.write(place.resolve("latest.weights.h5"), new byte[100]);
        assertThrows(BadFile.class, () -> train(model(), "tensors", backup(place, false)));
    }
}
