package nacre.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Reads IDX files, the format of the MNIST digits: `train-images-idx3-ubyte`, packed (`.gz`) or
/// not.
///
/// The file says what kind of numbers it holds, how many axes there are and how long each is; then
/// come the numbers, the last axis fastest.
public final class Idx {
    private Idx() {}

    /// The numbers of a file.
    public static Tensor read(Path path) throws IOException {
        try (InputStream in = open(path);
                var data = new DataInputStream(in)) {
            if (data.readUnsignedShort() != 0) {
                throw new IOException(
                        path + " is not an IDX file: it does not begin with two zeros.");
            }
            int kind = data.readUnsignedByte();
            int[] sizes = new int[data.readUnsignedByte()];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = data.readInt();
            }
            return numbers(path, data, kind, Sizes.shape(path, sizes));
        } catch (EOFException e) {
            throw new IOException(path + " is not complete: it ends before its numbers do.", e);
        }
    }

    private static InputStream open(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        return path.toString().endsWith(".gz")
                ? new BufferedInputStream(new GZIPInputStream(in), 1 << 16)
                : in;
    }

    private static Tensor numbers(Path path, DataInputStream data, int kind, Shape shape)
            throws IOException {
        var values = new Growing(shape.size());
        for (int i = 0; i < shape.size(); i++) {
            values.add(
                    switch (kind) {
                        case 0x08 -> data.readUnsignedByte();
                        case 0x09 -> data.readByte();
                        case 0x0B -> data.readShort();
                        case 0x0C -> data.readInt();
                        case 0x0D -> data.readFloat();
                        case 0x0E -> (float) data.readDouble();
                        default ->
                                throw new IOException(
                                        path + " holds numbers of an unknown kind, " + kind + ".");
                    });
        }
        return Tensor.wrap(values.toArray(), shape);
    }
}
