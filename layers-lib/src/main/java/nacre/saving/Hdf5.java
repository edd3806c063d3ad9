package nacre.saving;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Reads and writes HDF5, the format in which Keras keeps numbers.
public final class Hdf5 {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    private Hdf5() {}

    /// Whether these are the bytes of an HDF5 file.
    public static boolean isHdf5(byte[] bytes) {
        return bytes.length >= SIGNATURE.length
                && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /// How long the file says it is, at the place that its version has for that.
    private static long lengthWhenWhole(byte[] bytes) {
        int place = bytes[SIGNATURE.length] == 0 ? 40 : bytes[SIGNATURE.length] == 1 ? 44 : 28;
        return bytes.length < place + Long.BYTES
                ? place + Long.BYTES
                : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(place);
    }

    /// Everything in a file; `what` is named if it is damaged.
    public static Hdf5Group read(String what, byte[] bytes) {
        if (!isHdf5(bytes) || bytes.length == SIGNATURE.length) {
            throw new BadFile(what + " is not an HDF5 file: it does not begin as one.");
        }
        long length = lengthWhenWhole(bytes);
        if (bytes.length < length) {
            throw new BadFile(
                    "%s is not complete: it was %d bytes long, and %d are left."
                            .formatted(what, length, bytes.length));
        }
        try (HdfFile file = HdfFile.fromBytes(bytes)) {
            Hdf5Group root = new Reader(what, bytes.length).group(file, 0);
            if (!Seal.opens(root)) {
                throw new BadFile(
                        what
                                + " is damaged: its numbers are not what they were when it was saved.");
            }
            return root;
        } catch (BadFile e) {
            throw e;
        } catch (LinkageError e) {
            throw new BadFile(
                    what + " holds compressed numbers, as Keras never writes them; save it again.",
                    e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new BadFile(what + " is damaged, or not complete" + BadFile.because(e), e);
        }
    }

    /// Reads with limits: a small file cannot ask for much memory.
    private static final class Reader {
        private static final int MOST_NODES = 20_000;
        private static final int DEEPEST = 64;
        private static final long LEAST_BUDGET = 16L << 20;
        // packed numbers are seldom a tenth of their size
        private static final int MOST_SQUEEZED = 100;

        private final String what;
        private long budget; // bytes that may still be made
        private int nodes;

        Reader(String what, int length) {
            this.what = what;
            this.budget = Math.max(LEAST_BUDGET, (long) length * MOST_SQUEEZED);
        }

        Hdf5Group group(Group source, int depth) {
            if (depth > DEEPEST) {
                throw new BadFile(what + " is nested more than " + DEEPEST + " folders deep.");
            }
            var result = new Hdf5Group();
            for (Attribute attribute : source.getAttributes().values()) {
                Object value = text(attribute);
                if (value != null) {
                    result.attribute(attribute.getName(), value);
                }
            }
            for (Map.Entry<String, Node> child : source.getChildren().entrySet()) {
                if (++nodes > MOST_NODES) {
                    throw new BadFile(
                            what + " holds more than " + MOST_NODES + " folders and arrays.");
                }
                switch (child.getValue()) {
                    case Link _ ->
                            throw new BadFile(
                                    what
                                            + " points to other files or places ("
                                            + child.getKey()
                                            + ").");
                    case Group inner -> result.put(child.getKey(), group(inner, depth + 1));
                    case Dataset data -> numbers(data, child.getKey(), result);
                    default -> {}
                }
            }
            return result;
        }

        private void spend(long bytes, String name) {
            budget -= bytes;
            if (bytes < 0 || budget < 0) {
                throw new BadFile(
                        what + " speaks of more numbers (in " + name + ") than it can hold.");
            }
        }

        private @Nullable Object text(Attribute attribute) {
            if (attribute.isEmpty() || attribute.getJavaType() != String.class) {
                return null;
            }
            spend(attribute.getSizeInBytes(), attribute.getName());
            return switch (attribute.getData()) {
                case String text -> text;
                case Object[] texts -> Stream.of(texts).map(String::valueOf).toList();
                default -> null;
            };
        }

        private void numbers(Dataset data, String name, Hdf5Group into) {
            long[] sizes = data.getDimensionsAsLong();
            long count = 1;
            for (long size : sizes) {
                count =
                        size < 0 || (size > 0 && count > Integer.MAX_VALUE / size)
                                ? Long.MAX_VALUE / 8
                                : count * size;
            }
            spend(count * Float.BYTES, name);
            if (data.isEmpty()
                    || data.isCompound()
                    || data.isVariableLength()
                    || !isNumber(data.getJavaType())) {
                return; // not something that Keras keeps weights in
            }
            Shape shape = Shape.of(Arrays.stream(sizes).mapToInt(Math::toIntExact).toArray());
            Object flat = count == 0 ? new float[0] : data.getDataFlat();
            float[] values = new float[shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = number(flat, i);
            }
            into.put(name, Tensor.wrap(values, shape));
        }

        private static boolean isNumber(Class<?> type) {
            return type.isPrimitive() && type != boolean.class && type != char.class
                    || Number.class.isAssignableFrom(type);
        }

        private static float number(Object flat, int i) {
            Object value = flat.getClass().isArray() ? Array.get(flat, i) : flat;
            return ((Number) value).floatValue();
        }
    }

    /// Writes a file, with a [Seal] by which [#read] sees whether it is whole.
    public static void write(Path path, Hdf5Group root) throws IOException {
        Files.deleteIfExists(path);
        try (WritableHdfFile file = HdfFile.write(path)) {
            fill(file, root);
            file.putDataset(Seal.name(root), nested(Seal.of(root), true));
        }
    }

    private static void fill(WritableGroup target, Hdf5Group source) {
        source.arrays()
                .forEach(
                        (name, values) ->
                                target.putDataset(name, nested(values, source.isWhole(name))));
        source.groups().forEach((name, inner) -> fill(target.putGroup(name), inner));
        source.attributes().forEach(target::putAttribute);
    }

    /// The numbers in arrays of arrays, as the library takes them.
    private static Object nested(Tensor x, boolean whole) {
        if (x.size() == 0) {
            throw new IllegalArgumentException(
                    "A weight of shape " + x.shape() + " holds no numbers and cannot be saved.");
        }
        if (x.rank() == 0) {
            return whole ? (Object) (int) x.item() : (Object) x.item();
        }
        Object array = Array.newInstance(whole ? int.class : float.class, x.shape().dims());
        int unused = spread(x.data(), 0, array);
        return array;
    }

    /// Fills arrays of arrays row by row; gives how many numbers are used up.
    private static int spread(float[] values, int from, Object array) {
        int at = from;
        if (array instanceof float[] row) {
            System.arraycopy(values, from, row, 0, row.length);
            return from + row.length;
        }
        if (array instanceof int[] row) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (int) values[at++];
            }
            return at;
        }
        for (Object inner : (Object[]) array) {
            at = spread(values, at, inner);
        }
        return at;
    }
}
