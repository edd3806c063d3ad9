package nacre.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import nacre.tensor.Tensor;

/// Reads the small colour pictures of CIFAR-10, as their makers pack them: pickles of rows with all
/// red values first, then green, then blue.
final class Cifar {
    static final String ARCHIVE = "cifar-10-python.tar.gz";
    private static final String INSIDE = "cifar-10-batches-py";
    private static final List<String> TRAIN =
            IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i).toList();
    private static final String TEST = "test_batch";
    private static final int SIZE = 32;
    private static final int COLORS = 3;
    private static final int BLOCK = 512; // of a tar file

    private final Map<String, Part> parts = new HashMap<>();

    /// The pictures of one file: their bytes and classes.
    private record Part(byte[] pixels, List<?> classes) {}

    private Cifar() {}

    /// The folders in which Keras has unpacked the files, or the archive: whichever is there.
    static Path find(Path folder) {
        return List.of(folder.resolve(INSIDE + "-target").resolve(INSIDE), folder.resolve(INSIDE))
                .stream()
                .filter(path -> Files.isRegularFile(path.resolve(TEST)))
                .findFirst()
                .orElse(folder.resolve(ARCHIVE));
    }

    static DataSet.Split read(Path path) throws IOException {
        var files = new Cifar();
        if (Files.isDirectory(path)) {
            for (String name : names()) {
                try (var in =
                        new BufferedInputStream(
                                Files.newInputStream(path.resolve(name)), 1 << 16)) {
                    files.add(path, name, in);
                }
            }
        } else {
            try (var in =
                    new GZIPInputStream(
                            new BufferedInputStream(Files.newInputStream(path)), 1 << 16)) {
                files.unpack(path, in);
            }
        }
        return new DataSet.Split(files.join(path, TRAIN), files.join(path, List.of(TEST)));
    }

    private static List<String> names() {
        return IntStream.rangeClosed(0, TRAIN.size())
                .mapToObj(i -> i < TRAIN.size() ? TRAIN.get(i) : TEST)
                .toList();
    }

    /// Goes through a tar file: a block with name and size before each file.
    private void unpack(Path path, InputStream in) throws IOException {
        for (byte[] head = in.readNBytes(BLOCK);
                head.length == BLOCK && head[0] != 0;
                head = in.readNBytes(BLOCK)) {
            String name = text(head, 0, 100);
            long size = Long.parseLong(text(head, 124, 11).strip(), 8);
            String file = name.substring(name.lastIndexOf('/') + 1);
            long padded = Math.ceilDiv(size, BLOCK) * BLOCK;
            if (names().contains(file) && size < Integer.MAX_VALUE - BLOCK) {
                byte[] bytes = in.readNBytes((int) padded);
                add(path, file, new ByteArrayInputStream(bytes));
            } else {
                in.skipNBytes(padded);
            }
        }
    }

    private static String text(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return new String(block, from, end - from, StandardCharsets.US_ASCII);
    }

    private void add(Path path, String name, InputStream in) throws IOException {
        Object table = Pickle.read(path + ", " + name, in);
        if (table instanceof Map<?, ?> map
                && map.get("data") instanceof Pickle.Numbers data
                && pixels(data.values) instanceof byte[] pixels
                && map.get("labels") instanceof List<?> labels
                && pixels.length == labels.size() * SIZE * SIZE * COLORS) {
            parts.put(name, new Part(pixels, labels));
            return;
        }
        throw new IOException(
                path
                        + ": "
                        + name
                        + " does not hold pictures of 32 by 32 pixels and their classes.");
    }

    private static Object pixels(Object values) {
        return values instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : values;
    }

    private DataSet join(Path path, List<String> names) throws IOException {
        int count = 0;
        for (String name : names) {
            Part part = parts.get(name);
            if (part == null) {
                throw new IOException(path + " has no file " + name + ".");
            }
            count += part.classes().size();
        }
        int plane = SIZE * SIZE;
        float[] x = new float[count * plane * COLORS];
        float[] y = new float[count];
        int picture = 0;
        for (String name : names) {
            Part part = Objects.requireNonNull(parts.get(name));
            for (int i = 0; i < part.classes().size(); i++, picture++) {
                y[picture] = ((Number) part.classes().get(i)).floatValue();
                int from = i * plane * COLORS;
                int to = picture * plane * COLORS;
                for (int pixel = 0; pixel < plane * COLORS; pixel++) {
                    int color = pixel % COLORS;
                    x[to + pixel] = part.pixels()[from + color * plane + pixel / COLORS] & 0xFF;
                }
            }
        }
        return new DataSet(Tensor.of(x, count, SIZE, SIZE, COLORS), Tensor.of(y, count, 1));
    }
}
