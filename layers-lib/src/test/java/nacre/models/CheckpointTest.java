package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.training.callbacks.ModelCheckpoint;
import nacre.training.optimizers.SGD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models that are saved while they are trained.
class CheckpointTest {
    private static final Tensor X = Tensor.of(new float[][] {{1}, {2}, {3}, {4}});
    private static final Tensor Y = X.mul(2);

    @TempDir Path folder;

    private static Model line(int units) {
        var model = Sequential.of(Input.of(1), new Dense(units), new Dense(1)).seed(3);
        model.compile(new SGD(0.01), "mse");
        return model;
    }

    /// What a child process runs: saves one model after the other until it is killed.
    static final class Saver {
        private Saver() {}

        public static void main(String[] arguments) {
            line(2000)
                    .fit(X, Y)
                    .epochs(1_000_000)
                    .callbacks(new ModelCheckpoint(arguments[0]).monitor("loss"))
                    .verbose(0)
                    .run();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void keepsOneFileForEachEpochUnderItsOwnName() throws IOException {
        var model = line(1);
        String pattern = folder.resolve("{epoch:02d}-{loss:.2f}.keras").toString();
        model.fit(X, Y).epochs(2).callbacks(new ModelCheckpoint(pattern)).verbose(0).run();
        List<Double> losses = model.history().get("loss");
        assertEquals(
                List.of(
                        String.format(java.util.Locale.ROOT, "01-%.2f.keras", losses.get(0)),
                        String.format(java.util.Locale.ROOT, "02-%.2f.keras", losses.get(1))),
                names());
        Model last = Models.load(folder.resolve(names().getLast()));
        assertArrayEquals(model.predict(X).toArray(), last.predict(X).toArray());
    }

    @Test
    void savesAfterSoManyBatches() throws IOException {
        String pattern = folder.resolve("{epoch}-{batch}.weights.h5").toString();
        var everyThree = new ModelCheckpoint(pattern).saveWeightsOnly(true).saveFreq(3);
        line(1).fit(X, Y).batchSize(1).epochs(2).callbacks(everyThree).verbose(0).run();
        assertEquals(List.of("1-3.weights.h5", "2-2.weights.h5"), names());
    }

    @Test
    void namesThatCannotBeAreToldAtOnce() {
        var wrong = new ModelCheckpoint("m.h5");
        var fit = line(1).fit(X, Y).callbacks(wrong).verbose(0);
        assertEquals(
                "ModelCheckpoint saves models under a name that ends in .keras; got \"m.h5\".",
                assertThrows(IllegalArgumentException.class, fit::run).getMessage());
        var weights = new ModelCheckpoint("m.keras").saveWeightsOnly(true);
        assertThrows(
                IllegalArgumentException.class,
                () -> line(1).fit(X, Y).callbacks(weights).verbose(0).run());
        var asks = new ModelCheckpoint(folder.resolve("{mae}.keras").toString());
        assertEquals(
                "The file name \"%s\" asks for {mae}, and there is only [epoch, loss]."
                        .formatted(folder.resolve("{mae}.keras")),
                assertThrows(
                                IllegalArgumentException.class,
                                () -> line(1).fit(X, Y).callbacks(asks).verbose(0).run())
                        .getMessage());
    }

    @Test
    void aProcessKilledWhileItSavesLeavesAWholeFile() throws Exception {
        Path file = folder.resolve("m.keras");
        for (int round = 0; round < 3; round++) {
            Process child = Child.begin(Saver.class, file.toString());
            for (int saves = 0; saves < 2 + round; saves++) {
                waitForChange(file, child);
            }
            child.destroyForcibly().waitFor();
            Model whole = Models.load(file);
            assertEquals(Shape.of(4, 1), whole.predict(X).shape());
        }
    }

    private static void waitForChange(Path file, Process child) throws Exception {
        Object before = stamp(file);
        long end = System.nanoTime() + 240_000_000_000L;
        while (before.equals(stamp(file))) {
            assertTrue(child.isAlive(), "the child still saves");
            assertTrue(System.nanoTime() < end, "the child saves in time");
            Thread.sleep(1);
        }
    }

    private static Object stamp(Path file) throws IOException {
        return Files.exists(file) ? Files.readAttributes(file, "lastModifiedTime,fileKey") : "";
    }
}
