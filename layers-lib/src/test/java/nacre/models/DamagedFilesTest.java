package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.merging.Add;
import nacre.layers.normalization.BatchNormalization;
import nacre.layers.recurrent.Bidirectional;
import nacre.layers.recurrent.LSTM;
import nacre.saving.BadFile;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are damaged, or made to do harm.
class DamagedFilesTest {
    private static final int CUTS = 200;
    private static final int FLIPS = 2000;
    private static final Tensor X =
            Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3}, 2, 2, 3);

    @TempDir Path folder;

    private static Model trained() {
        var model =
                Sequential.of(
                                Input.of(2, 3),
                                new Bidirectional(new LSTM(3)),
                                new BatchNormalization(),
                                new Dense(2).activation("softmax"))
                        .seed(7);
        model.compile("adam", "mse");
        model.fit(X, Tensor.ones(Shape.of(2, 2))).verbose(0).run();
        return model;
    }

    private interface Loading {
        void load(Path file);
    }

    /// Loads each damaged form; what does not load is said in words that name the file.
    private void damage(byte[] whole, Path broken, Loading loading) throws IOException {
        for (int i = 0; i < CUTS; i++) {
            Files.write(broken, Arrays.copyOf(whole, (int) ((long) whole.length * i / CUTS)));
            assertThrows(BadFile.class, () -> loading.load(broken), "cut at " + i + "/" + CUTS);
        }
        var random = new Random(5);
        for (int i = 0; i < FLIPS; i++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(broken, bytes);
            try {
                loading.load(broken);
            } catch (BadFile e) {
                String message = e.getMessage();
                assertTrue(message.contains(broken.toString()), message);
                assertFalse(message.endsWith("null"), message);
            }
        }
    }

    @Test
    void aDamagedModelIsToldOrPredictsAsBefore() throws IOException {
        Model model = trained();
        Path file = folder.resolve("m.keras");
        model.save(file);
        float[] right = model.predict(X).toArray();
        damage(
                Files.readAllBytes(file),
                folder.resolve("broken.keras"),
                broken -> assertArrayEquals(right, Models.load(broken).predict(X).toArray()));
    }

    @Test
    void damagedWeightsAreToldOrAsBefore() throws IOException {
        Model model = trained();
        String file = folder.resolve("m.weights.h5").toString();
        model.saveWeights(file);
        float[] right = model.predict(X).toArray();
        damage(
                Files.readAllBytes(Path.of(file)),
                folder.resolve("broken.weights.h5"),
                broken -> {
                    model.loadWeights(broken.toString());
                    assertArrayEquals(right, model.predict(X).toArray());
                });
    }

    @Test
    void manyAssetsDoNotFillTheMemory() throws IOException {
        Path file = folder.resolve("m.keras");
        byte[] zeros = new byte[8 << 20];
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 60; i++) {
                zip.putNextEntry(new ZipEntry("assets/" + i));
                zip.write(zeros);
                zip.closeEntry();
            }
        }
        assertTrue(message(file).contains("far more than the file can hold"), message(file));
    }

    private static String message(Path file) {
        return assertThrows(BadFile.class, () -> Models.load(file)).getMessage();
    }

    @Test
    void layersThatWaitForEachOtherAreTold() {
        var x = Input.of(2);
        Tensor first = new Dense(2).name("first").apply(x);
        Tensor second = new Dense(2).name("second").apply(first);
        Model model = Model.of(x, new Add().name("sum").apply(first, second));
        String cycle =
                model.toJson()
                        .replace(
                                "\"keras_history\":[\"" + x(model) + "\",0,0]",
                                "\"keras_history\":[\"second\",0,0]");
        String told =
                assertThrows(IllegalArgumentException.class, () -> Models.fromJson(cycle))
                        .getMessage();
        assertTrue(told.contains("first") || told.contains("second"), told);
    }

    private static String x(Model model) {
        return model.getLayer(0).name();
    }

    @Test
    void deepTextsEndInAnError() {
        String deep = "{\"class_name\":\"Sequential\",\"config\":{\"layers\":[";
        for (int depth : new int[] {50, 5_000, 200_000}) {
            assertThrows(BadFile.class, () -> Models.fromJson(deep.repeat(depth)));
        }
        assertThrows(
                BadFile.class,
                () -> Models.fromJson(new String(new byte[1000], StandardCharsets.UTF_8)));
        assertEquals(
                "The text ends in the middle.",
                assertThrows(BadFile.class, () -> Models.fromJson("{\"a\":")).getMessage());
        assertEquals(
                "The text is not JSON, or nested too deeply: see line 2, column 1.",
                assertThrows(BadFile.class, () -> Models.fromJson("\nhello")).getMessage());
    }
}
