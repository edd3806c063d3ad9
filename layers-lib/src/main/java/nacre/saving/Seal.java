package nacre.saving;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.zip.CRC32;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// A checksum of the names, shapes and values of all arrays of a file: a single bit that has
/// changed on a disk is noticed, and no wrong model is made. Keras does not look at it.
final class Seal {
    /// Where it lies. The library overwrites a folder without arrays if that comes last in a file,
    /// and its order is that of the names' hashes: this name comes last, and it is an array.
    static final String NAME = "nacre_crc";

    private final CRC32 sum = new CRC32();

    private Seal() {}

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
