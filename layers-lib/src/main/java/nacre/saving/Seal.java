package nacre.saving;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// A checksum of the names, shapes and values of all arrays of a file: a single bit that has
/// changed on a disk is noticed, and no wrong model is made. Keras does not look at it.
final class Seal {
    private static final String NAME = "nacre_crc";

    private final CRC32 sum = new CRC32();

    private Seal() {}

    /// A name under which the seal of a file comes last. The library goes by the order of a hash
    /// table, and overwrites a folder without arrays if that is the last thing in the file.
    static String name(Hdf5Group root) {
        for (int i = 0; ; i++) {
            String name = i == 0 ? NAME : NAME + "_" + i;
            var table = new ConcurrentHashMap<String, Boolean>();
            root.arrays().keySet().forEach(each -> table.put(each, true));
            root.groups().keySet().forEach(each -> table.put(each, true));
            table.put(name, true);
            if (List.copyOf(table.keySet()).getLast().equals(name)) {
                return name;
            }
        }
    }

    /// Takes the seal off a file that was read, and says whether all is as it was when it was put
    /// on. Files of Keras have none.
    static boolean opens(Hdf5Group root) {
        List<String> seals =
                root.arrays().keySet().stream().filter(name -> name.startsWith(NAME)).toList();
        boolean whole = true;
        for (String name : seals) {
            Tensor seal = root.remove(name);
            whole = seal != null && Arrays.equals(seal.data(), of(root).data());
        }
        return whole;
    }

    /// The checksum of a folder with all that is inside, byte by byte.
    static Tensor of(Hdf5Group root) {
        var seal = new Seal();
        seal.add(root, "");
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES).putInt((int) seal.sum.getValue());
        float[] values = new float[Integer.BYTES]; // a float holds a byte exactly
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.get(i) & 0xFF;
        }
        return Tensor.of(values);
    }

    private void add(Hdf5Group group, String path) {
        new TreeMap<>(group.arrays()).forEach((name, values) -> add(path + "/" + name, values));
        new TreeMap<>(group.groups()).forEach((name, inner) -> add(inner, path + "/" + name));
    }

    private void add(String path, Tensor values) {
        Shape shape = values.shape();
        sum.update((path + shape).getBytes(StandardCharsets.UTF_8));
        float[] numbers = values.data();
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(numbers.length, 4096) * Integer.BYTES);
        for (float number : numbers) {
            bytes.putInt(Float.floatToIntBits(number));
            if (!bytes.hasRemaining()) {
                flush(bytes);
            }
        }
        flush(bytes);
    }

    private void flush(ByteBuffer bytes) {
        sum.update(bytes.flip());
        bytes.clear();
    }
}
