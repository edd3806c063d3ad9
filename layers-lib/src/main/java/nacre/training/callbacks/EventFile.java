package nacre.training.callbacks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// A file of events that TensorBoard reads: records of a length, a checksum of it, an event, and a
/// checksum of that; an event is a message in the form of protocol buffers.
///
/// Source: TensorFlow, [TFRecord](https://www.tensorflow.org/tutorials/load_data/tfrecord) and
/// event.proto.
final class EventFile {
    // the numbers of fields in event.proto and summary.proto
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int VALUE = 1;
    private static final int TAG = 1;
    private static final int SIMPLE_VALUE = 2;

    // how a field is written
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int COUNTED_BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private final Path file;

    /// A new file in this folder.
    EventFile(Path folder) {
        long now = System.currentTimeMillis();
        long process = ProcessHandle.current().pid();
        try {
            Files.createDirectories(folder);
            file =
                    folder.resolve(
                            "events.out.tfevents.%d.nacre.%d.%d.v2"
                                    .formatted(now / 1000, process, System.nanoTime()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "TensorBoard cannot write into %s: %s".formatted(folder, e.getMessage()), e);
        }
        add(new Message().text(FILE_VERSION, "brain.Event:2"));
    }

    /// Adds a value at a step.
    void scalar(String tag, double value, long step) {
        var scalar = new Message().text(TAG, tag).number(SIMPLE_VALUE, (float) value);
        add(new Message().whole(STEP, step).message(SUMMARY, new Message().message(VALUE, scalar)));
    }

    private void add(Message event) {
        byte[] bytes = event.number(WALL_TIME, System.currentTimeMillis() / 1000.0).bytes();
        ByteBuffer length =
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(bytes.length)
                        .flip();
        ByteBuffer record =
                ByteBuffer.allocate(Long.BYTES + Integer.BYTES + bytes.length + Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(length.duplicate())
                        .putInt(sum(length))
                        .put(bytes)
                        .putInt(sum(ByteBuffer.wrap(bytes)));
        try {
            Files.write(file, record.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "TensorBoard cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// The checksum, turned and shifted, as sums of sums are weak.
    private static int sum(ByteBuffer bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return Integer.rotateRight((int) sum.getValue(), 15) + 0xa282ead8;
    }

    /// A message of protocol buffers: fields one after the other, each with its number and kind.
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message whole(int field, long value) {
            key(field, VARINT);
            varint(value);
            return this;
        }

        Message number(int field, double value) {
            key(field, EIGHT_BYTES);
            return put(
                    ByteBuffer.allocate(Double.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putDouble(value));
        }

        Message number(int field, float value) {
            key(field, FOUR_BYTES);
            return put(
                    ByteBuffer.allocate(Float.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putFloat(value));
        }

        Message text(int field, String value) {
            return counted(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return counted(field, value.bytes());
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private Message counted(int field, byte[] bytes) {
            key(field, COUNTED_BYTES);
            varint(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        private Message put(ByteBuffer bytes) {
            out.writeBytes(bytes.array());
            return this;
        }

        private void key(int field, int kind) {
            varint(field << 3 | kind);
        }

        /// Seven bits a byte, the lowest first; the eighth says whether more come.
        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
