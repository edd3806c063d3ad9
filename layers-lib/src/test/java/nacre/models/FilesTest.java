package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import nacre.layers.Layer;
import nacre.layers.config.Registry;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.normalization.BatchNormalization;
import nacre.layers.recurrent.Bidirectional;
import nacre.layers.recurrent.LSTM;
import nacre.saving.AtomicFile;
import nacre.saving.BadFile;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    @TempDir Path folder;
    private Path file;
    private final Tensor x = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3}, 2, 2, 3);
    private final Tensor y = Tensor.of(new float[] {1, 0, 0, 1}, 2, 2);

    @BeforeEach
    void name() {
        file = folder.resolve("m.keras");
    }

    private static Model model() {
        return Sequential.of(
                        Input.of(2, 3),
                        new Bidirectional(new LSTM(3)),
                        new BatchNormalization(),
                        new Dense(2).activation("softmax"))
                .seed(7);
    }

    private Model trained() {
        Model model = model();
        model.compile("adam", "categorical_crossentropy", "accuracy");
        model.fit(x, y).epochs(3).verbose(0).run();
        return model;
    }

    @Test
    void aModelComesBackAsItWas() {
        Model model = trained();
        model.save(file);
        Model again = Models.load(file);
        assertEquals(model.toJson(), again.toJson());
        assertArrayEquals(model.predict(x).toArray(), again.predict(x).toArray());
    }

    @Test
    void trainingGoesOnWhereItWas() {
        Model model = trained();
        model.save(file);
        Model again = Models.load(file);
        for (Model each : List.of(model, again)) {
            each.fit(x, y).epochs(2).shuffle(false).verbose(0).run();
        }
        assertArrayEquals(model.predict(x).toArray(), again.predict(x).toArray());
        assertEquals(model.optimizer().iterations(), again.optimizer().iterations());
    }

    @Test
    void weightsAloneGoIntoAnotherModel() {
        Model model = trained();
        String weights = folder.resolve("m.weights.h5").toString();
        model.saveWeights(weights);
        Model other = model();
        other.loadWeights(weights);
        assertArrayEquals(model.predict(x).toArray(), other.predict(x).toArray());
        Model smaller = Sequential.of(Input.of(2, 3), new Bidirectional(new LSTM(2)), new Dense(2));
        var before = smaller.getWeights();
        assertThrows(BadFile.class, () -> smaller.loadWeights(weights));
        assertEquals(before.toString(), smaller.getWeights().toString());
    }

    @Test
    void aWriterThatFailsLeavesTheFormerFile() throws IOException {
        model().save(file);
        byte[] former = Files.readAllBytes(file);
        byte[] content = new byte[5000];
        for (int limit = 0; limit < content.length; limit += 250) {
            int stop = limit;
            assertThrows(
                    IOException.class,
                    () ->
                            AtomicFile.write(
                                    file,
                                    out -> {
                                        out.write(content, 0, stop);
                                        throw new IOException("disk full");
                                    }));
            assertArrayEquals(former, Files.readAllBytes(file));
        }
        try (var left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    /// A layer that only the test knows.
    public static final class Twice extends Layer {
        @Override
        protected Tensor call(Tensor x) {
            return x.mul(2);
        }
    }

    @Test
    void aLayerThatIsNotKnownIsNamed() {
        Sequential.of(Input.of(3), new Twice(), new Dense(1)).save(file);
        String message = assertThrows(BadFile.class, () -> Models.load(file)).getMessage();
        assertTrue(
                message.contains("\"Twice\"") && message.contains("Registry.register(Twice.class)"),
                message);
        Registry.register(Twice.class);
        assertEquals(Twice.class, Models.load(file).getLayer(0).getClass());
    }

    @Test
    void whatAFileAsksForHasLimits() throws IOException {
        model().save(file);
        assertBad("units", config().replace("\"units\":2", "\"units\":1099511627776"));
        assertBad("numbers in all", config().replace("\"units\":2", "\"units\":2000000"));
        assertBad("nested too deeply", "[".repeat(100_000));
        assertBad("class_name", "{\"class_name\":3}");
        assertBad("three", config().replace("\"units\":3", "\"units\":\"three\""));
        rewrite(Map.of("../../evil", "x"));
        assertTrue(
                assertThrows(BadFile.class, () -> Models.load(file))
                        .getMessage()
                        .contains("leads out"));
    }

    @Test
    void aSmallFileDoesNotBecomeALargeOne() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("config.json"));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                zip.write(blanks);
            }
            zip.closeEntry();
        }
        assertTrue(
                assertThrows(BadFile.class, () -> Models.load(file))
                        .getMessage()
                        .contains("far more"));
    }

    @Test
    void namesOfFilesMustTellWhatTheyAre() {
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> model().save("m.h5"))
                        .getMessage()
                        .contains(".keras"));
        assertThrows(IllegalArgumentException.class, () -> model().saveWeights("m.h5"));
        var error =
                assertThrows(
                        java.io.UncheckedIOException.class,
                        () -> Models.load(folder.resolve("none.keras")));
        assertTrue(error.getMessage().endsWith("none.keras does not exist."), error.getMessage());
        assertEquals(
                folder.resolve("none.keras").toString(),
                ((java.nio.file.NoSuchFileException) error.getCause()).getFile());
        assertEquals(Shape.of(2, 2), model().predict(x).shape());
    }

    private String config() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("config.json")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    private void assertBad(String part, String config) throws IOException {
        byte[] former = Files.readAllBytes(file);
        rewrite(Map.of("config.json", config));
        String message = assertThrows(BadFile.class, () -> Models.load(file)).getMessage();
        assertTrue(message.contains(part), message);
        Files.write(file, former);
    }

    /// The same archive with other texts in it.
    private void rewrite(Map<String, String> texts) throws IOException {
        Path other = folder.resolve("other.zip");
        try (var zip = new ZipFile(file.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(other))) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                if (!texts.containsKey(entry.getName())) {
                    put(out, entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                put(out, text.getKey(), text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        var sum = new CRC32();
        sum.update(bytes);
        var entry = new ZipEntry(name);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
