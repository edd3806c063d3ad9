package nacre.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Reads NumPy's files: `.npy` with one array, `.npz` with several by name.
///
/// Arrays of Python objects are refused: reading them would run code from the file.
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER =
            Pattern.compile(
                    "\\{\\s*'descr':\\s*'([^']*)',\\s*'fortran_order':\\s*(True|False),\\s*'shape':\\s*\\(([^)]*)\\),?\\s*\\}\\s*");

    private final Path path;
    private final InputStream in;

    private Npy(Path path, InputStream in) {
        this.path = path;
        this.in = in;
    }

    /// The array of a `.npy` file.
    public static Tensor read(Path path) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            return new Npy(path, in).array();
        }
    }

    /// The arrays of a `.npz` file by their names.
    public static Map<String, Tensor> readAll(Path path) throws IOException {
        return all(path, Npy::array);
    }

    /// The arrays of a `.npz` file by their names: tensors, and of arrays of Python's lists what
    /// [Pickle] reads.
    static Map<String, Object> readAllWithLists(Path path) throws IOException {
        return all(path, npy -> npy.any(true));
    }

    private interface Read<T> {
        T of(Npy npy) throws IOException;
    }

    private static <T> Map<String, T> all(Path path, Read<T> read) throws IOException {
        var arrays = new LinkedHashMap<String, T>();
        try (var zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (var in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
                    arrays.put(
                            entry.getName().replaceFirst("\\.npy$", ""),
                            read.of(new Npy(path, in)));
                }
            }
        } catch (ZipException e) {
            throw new IOException(
                    path + " is not an .npz file, or it is damaged: " + e.getMessage(), e);
        }
        return arrays;
    }

    private Tensor array() throws IOException {
        return (Tensor) any(false);
    }

    private Object any(boolean lists) throws IOException {
        if (!Arrays.equals(bytes(MAGIC.length), MAGIC)) {
            throw new IOException(path + " is not a file of NumPy: it does not begin as one.");
        }
        int version = bytes(2)[0];
        ByteBuffer size =
                ByteBuffer.wrap(bytes(version == 1 ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        int length = version == 1 ? Short.toUnsignedInt(size.getShort()) : size.getInt();
        if (length < 0 || length > 1 << 16) {
            throw new IOException(
                    path + " has a header of " + length + " bytes, which is too long.");
        }
        String header = new String(bytes(length), StandardCharsets.ISO_8859_1);
        Matcher parts = HEADER.matcher(header);
        if (!parts.matches()) {
            throw new IOException(path + " has a header that is not understood: " + header.strip());
        }
        if (lists && parts.group(1).equals("|O")) {
            return Pickle.read(path.toString(), in);
        }
        Shape shape = shape(parts.group(3));
        float[] values = values(parts.group(1), shape.size());
        if (parts.group(2).equals("False")) {
            return Tensor.wrap(values, shape);
        }
        int[] backwards = IntStream.range(0, shape.rank()).map(i -> shape.rank() - 1 - i).toArray();
        Shape columns = Shape.of(IntStream.of(backwards).map(shape::dim).toArray());
        // Fortran counts the first axis fastest
        return Tensor.wrap(values, columns).permute(backwards);
    }

    private Shape shape(String text) throws IOException {
        try {
            int[] sizes =
                    Stream.of(text.split(","))
                            .map(String::strip)
                            .filter(size -> !size.isEmpty())
                            .mapToInt(Integer::parseInt)
                            .toArray();
            return Sizes.shape(path, sizes);
        } catch (NumberFormatException e) {
            throw new IOException(
                    path + " has the shape (" + text + "), which is not understood.", e);
        }
    }

    private float[] values(String kind, int count) throws IOException {
        if (!kind.matches("[<>|=]([iu][1248]|f[248]|b1)")) {
            throw new IOException(
                    path
                            + " holds an array of kind \""
                            + kind
                            + "\"; numbers and truths can be read, Python's objects and"
                            + " texts cannot.");
        }
        int width = kind.charAt(2) - '0';
        ByteOrder order = kind.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        var values = new Growing(count);
        int piece = 1 << 13;
        for (int done = 0; done < count; done += piece) {
            ByteBuffer buffer =
                    ByteBuffer.wrap(bytes(Math.min(piece, count - done) * width)).order(order);
            while (buffer.hasRemaining()) {
                values.add(value(buffer, kind.charAt(1), width));
            }
        }
        return values.toArray();
    }

    private static float value(ByteBuffer from, char kind, int width) {
        return switch (kind) {
            case 'f' ->
                    width == 8
                            ? (float) from.getDouble()
                            : width == 4 ? from.getFloat() : Float.float16ToFloat(from.getShort());
            case 'u' ->
                    switch (width) {
                        case 1 -> Byte.toUnsignedInt(from.get());
                        case 2 -> Short.toUnsignedInt(from.getShort());
                        case 4 -> Integer.toUnsignedLong(from.getInt());
                        default -> from.getLong();
                    };
            default ->
                    switch (width) {
                        case 1 -> from.get();
                        case 2 -> from.getShort();
                        case 4 -> from.getInt();
                        default -> from.getLong();
                    };
        };
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException(path + " is not complete: it ends before its numbers do.");
        }
        return bytes;
    }
}
