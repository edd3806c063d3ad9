package nacre.saving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A save that breaks off at any byte leaves the former file whole.
class InterruptedSaveTest {
    private static final int PLACES = 200;

    @TempDir Path folder;
    private Path file;
    private byte[] former;

    @BeforeEach
    void save() throws IOException {
        file = folder.resolve("m.keras");
        archive(1).write(file);
        former = Files.readAllBytes(file);
    }

    private static KerasArchive archive(float value) {
        var root = new Hdf5Group();
        root.make("layers/dense/vars").put("0", Tensor.range(300).add(value));
        return new KerasArchive(
                "{\"value\":" + value + "}", root, Map.of("layers/v.txt", new byte[500]));
    }

    /// A disk that is full after so many bytes.
    private static OutputStream limited(OutputStream out, int most) {
        return new FilterOutputStream(out) {
            private int left = most;

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                int fits = Math.min(left, length);
                out.write(bytes, from, fits);
                left -= fits;
                if (fits < length) {
                    throw new IOException("disk full");
                }
            }
        };
    }

    private void assertFormer() throws IOException {
        assertArrayEquals(former, Files.readAllBytes(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList(), "nothing else is left");
        }
    }

    @Test
    void ofAModelAtManyPlaces() throws IOException {
        KerasArchive next = archive(2);
        Path numbers = folder.resolve("numbers.h5");
        Hdf5.write(numbers, next.weights());
        byte[] bytes = Files.readAllBytes(numbers);
        Files.delete(numbers);
        var whole = new ByteArrayOutputStream();
        next.write(whole, bytes);
        for (int i = 0; i < PLACES; i++) {
            int most = (int) ((long) whole.size() * i / PLACES);
            assertThrows(
                    IOException.class,
                    () -> AtomicFile.write(file, out -> next.write(limited(out, most), bytes)),
                    "after " + most);
            assertFormer();
        }
        assertEquals("{\"value\":1.0}", KerasArchive.read(file).config());
        AtomicFile.write(file, out -> next.write(limited(out, whole.size()), bytes));
        assertEquals("{\"value\":2.0}", KerasArchive.read(file).config());
    }

    @Test
    void ofAFileThatAnotherLibraryWrites() throws IOException {
        for (int i = 0; i < PLACES; i++) {
            byte[] begun = Arrays.copyOf(former, former.length * i / PLACES);
            assertThrows(
                    IllegalStateException.class,
                    () ->
                            AtomicFile.make(
                                    file,
                                    beside -> {
                                        Files.write(beside, begun);
                                        throw new IllegalStateException("the library fails");
                                    }));
            assertFormer();
        }
    }

    @Test
    void removesWhatKilledProcessesHaveLeft() throws IOException {
        Path gone = folder.resolve(".m.keras." + Long.MAX_VALUE / 10 + "-1.part");
        Path atWork = folder.resolve(".m.keras." + ProcessHandle.current().pid() + "-999999.part");
        Path others = folder.resolve(".other.keras." + Long.MAX_VALUE / 10 + "-1.part");
        for (Path left : List.of(gone, atWork, others)) {
            Files.createFile(left);
        }
        archive(2).write(file);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(Set.of(file, atWork, others), left.collect(Collectors.toSet()));
        }
    }

    @Test
    void aFolderInItsPlaceIsTold() {
        String message =
                assertThrows(IOException.class, () -> archive(1).write(folder)).getMessage();
        assertTrue(message.contains("is a folder"), message);
    }
}
