package nacre.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Keras keeps as Python's pickles: the pictures of CIFAR-10 and the reviews of IMDB.
class CacheTest {
    private static final int PIXELS = 32 * 32;

    @TempDir Path folder;

    /// Writes a pickle of the second version, as Python does.
    private static final class Pickler {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pickler() {
            code(0x80).code(2);
        }

        Pickler code(int code) {
            out.write(code);
            return this;
        }

        Pickler text(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        Pickler int4(int number) {
            out.writeBytes(
                    ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
            return this;
        }

        Pickler name(String name) {
            return code('U').code(name.length()).text(name);
        }

        /// `numpy.core.multiarray._reconstruct(ndarray, (0,), 'b')`, then its state up to the
        /// values.
        Pickler arrayBegins(int rows) {
            text("cnumpy.core.multiarray\n_reconstruct\n").code('q').code(1);
            text("cnumpy\nndarray\n").code('K').code(0).code(0x85).name("b").code(0x87).code('R');
            code('(').code('K').code(1).code('J').int4(rows).code(0x85);
            text("cnumpy\ndtype\n").name("u1").code('K').code(0).code('K').code(1).code(0x87);
            code('R').code('(').code('K').code(3).name("|").code('N').code('t').code('b');
            return code(0x89);
        }

        Pickler arrayEnds() {
            return code('t').code('b');
        }

        byte[] bytes() {
            return code('.').out.toByteArray();
        }
    }

    private static byte[] batch(int kind) {
        byte[] pixels = new byte[PIXELS * 3];
        Arrays.fill(pixels, 0, PIXELS, (byte) 200); // red
        Arrays.fill(pixels, 2 * PIXELS, 3 * PIXELS, (byte) kind); // blue
        pixels[1] = 7; // the second pixel of the first row, red
        var pickle = new Pickler().code('}').code('(').name("data").arrayBegins(1);
        pickle.code('T').int4(pixels.length);
        pickle.out.writeBytes(pixels);
        pickle.arrayEnds();
        return pickle.name("labels").code(']').code('K').code(kind).code('a').code('u').bytes();
    }

    private void unpacked(String place) throws IOException {
        Path inside = Files.createDirectories(folder.resolve(place));
        for (int i = 1; i <= 5; i++) {
            Files.write(inside.resolve("data_batch_" + i), batch(i));
        }
        Files.write(inside.resolve("test_batch"), batch(9));
    }

    private static void assertPictures(DataSet.Split data) {
        assertEquals("5 samples: x (5, 32, 32, 3), y (5, 1)", data.train().toString());
        assertEquals("[1, 2, 3, 4, 5]", Arrays.toString(data.train().labels()));
        Tensor x = data.test().x();
        assertEquals("[200, 0, 9]", x.at(0, 0).at(0, 5).at(0, 5).toString());
        assertEquals("[7, 0, 9]", x.at(0, 0).at(0, 0).at(0, 1).toString());
    }

    @Test
    void picturesComeFromTheFolderOfEitherVersionOfKeras() throws IOException {
        unpacked("cifar-10-batches-py");
        assertPictures(new Datasets(folder).pictures());
        Files.delete(folder.resolve("cifar-10-batches-py/test_batch"));
        unpacked("cifar-10-batches-py-target/cifar-10-batches-py");
        assertPictures(new Datasets(folder).pictures());
    }

    @Test
    void picturesComeFromTheArchiveThatWasFetched() throws IOException {
        String message =
                assertThrows(IllegalStateException.class, () -> new Datasets(folder).pictures())
                        .getMessage();
        assertTrue(message.contains("Datasets.download(\"cifar10\")"), message);
        Path archive = folder.resolve("cifar-10-python.tar.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(archive))) {
            tar(out, "readme.html", new byte[700]);
            for (int i = 1; i <= 5; i++) {
                tar(out, "data_batch_" + i, batch(i));
            }
            tar(out, "test_batch", batch(9));
            out.write(new byte[1024]);
        }
        assertPictures(new Datasets(folder).pictures());
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
        assertTrue(
                assertThrows(UncheckedIOException.class, () -> new Datasets(folder).pictures())
                        .getMessage()
                        .contains("Delete it and fetch it again"));
    }

    private static void tar(GZIPOutputStream out, String name, byte[] content) throws IOException {
        byte[] head = new byte[512];
        byte[] path = ("cifar-10-batches-py/" + name).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(path, 0, head, 0, path.length);
        byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, head, 124, size.length);
        out.write(head);
        out.write(content);
        out.write(new byte[(512 - content.length % 512) % 512]);
    }

    private static byte[] npy(String kind, int rows, byte[] content) {
        String header =
                "{'descr': '%s', 'fortran_order': False, 'shape': (%d,), }\n".formatted(kind, rows);
        ByteBuffer all =
                ByteBuffer.allocate(10 + header.length() + content.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        all.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        all.putShort((short) header.length());
        all.put(header.getBytes(StandardCharsets.ISO_8859_1)).put(content);
        return all.array();
    }

    private static byte[] reviews() {
        var pickle = new Pickler().arrayBegins(2).code(']').code('q').code(9).code('(');
        pickle.code(']').code('(').code('K').code(10).code('K').code(20).code('e'); // short
        pickle.code(']').code('(');
        for (int word = 1; word <= 6; word++) {
            pickle.code('M').code(word).code(0);
        }
        return pickle.code('e').code('e').arrayEnds().bytes();
    }

    @Test
    void reviewsHaveOneLengthAndRareWordsAreOne() throws IOException {
        byte[] classes = npy("|u1", 2, new byte[] {1, 0});
        Map<String, byte[]> files =
                Map.of(
                        "x_train.npy",
                        npy("|O", 2, reviews()),
                        "y_train.npy",
                        classes,
                        "x_test.npy",
                        npy("|O", 2, reviews()),
                        "y_test.npy",
                        classes);
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("imdb.npz")))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        DataSet train = new Datasets(folder).reviews(new Reviews(20, 4)).train();
        assertEquals("[[0, 1, 13, 2], [6, 7, 8, 9]]", train.x().toString().replaceAll("\\s+", " "));
        assertEquals("[1, 0]", Arrays.toString(train.labels()));
        assertEquals(
                "[[0, 1, 4, 5, 6, 7, 8, 9], [0, 0, 0, 0, 0, 1, 13, 23]]", // NumPy's order
                new Datasets(folder)
                        .reviews(new Reviews(100, 8))
                        .test()
                        .x()
                        .toString()
                        .replaceAll("\\s+", " "));
    }

    private static String refused(Pickler pickle) {
        byte[] bytes = pickle.bytes();
        return assertThrows(
                        IOException.class,
                        () -> Pickle.read("The file", new ByteArrayInputStream(bytes)))
                .getMessage();
    }

    @Test
    void aPickleNeverCallsAnything() {
        assertTrue(
                refused(new Pickler().text("cos\nsystem\n").name("rm -rf ~").code(0x85).code('R'))
                        .contains("wants to call os.system"));
        assertTrue(refused(new Pickler().code('i')).contains("not understood"));
        assertTrue(
                refused(new Pickler().code('T').int4(Integer.MAX_VALUE)).contains("not complete"));
        assertTrue(refused(new Pickler().code('e')).contains("damaged"));
        assertTrue(refused(new Pickler().code('h').code(3)).contains("recalls"));
    }
}
