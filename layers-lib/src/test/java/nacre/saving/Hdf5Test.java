package nacre.saving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Hdf5Test {
    @TempDir Path folder;

    /// Many folders with and without arrays; which of them comes last in the file follows their
    /// names.
    private static Hdf5Group root(int folders) {
        var root = new Hdf5Group();
        for (int i = 0; i < folders; i++) {
            Hdf5Group vars = root.make("part" + i + "/vars");
            vars.attribute("name", "part " + i);
            if (i % 3 == 0) {
                vars.put("0", Tensor.range(i + 1));
            }
        }
        return root;
    }

    private byte[] written(int folders) throws IOException {
        Path file = folder.resolve("w.h5");
        Hdf5.write(file, root(folders));
        return Files.readAllBytes(file);
    }

    @Test
    void foldersWithoutArraysComeBackHoweverManyThereAre() throws IOException {
        for (int folders = 1; folders < 60; folders++) {
            Hdf5Group back = Hdf5.read("The file", written(folders));
            assertEquals(folders, back.groups().size());
            assertTrue(back.arrays().isEmpty(), "the seal is taken off");
            for (int i = 0; i < folders; i++) {
                Hdf5Group vars = back.make("part" + i + "/vars");
                assertEquals("part " + i, vars.text("name"));
                if (i % 3 == 0) {
                    assertArrayEquals(
                            Tensor.range(i + 1).toArray(), vars.numbered().get(0).toArray());
                }
            }
        }
    }

    @Test
    void aByteThatIsAnotherBreaksTheSealOrChangesNoNumber() throws IOException {
        byte[] bytes = written(1); // one number, 0, of four bytes
        int told = 0;
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            try {
                Tensor number = Hdf5.read("The file", bytes).array("part0/vars/0");
                assertTrue(number == null || number.get(0) == 0);
            } catch (BadFile _) {
                told++;
            }
            bytes[i] ^= 1;
        }
        assertTrue(told > 100, "told " + told);
    }

    @Test
    void aMissingByteIsTold() throws IOException {
        byte[] bytes = written(3);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
        String message = assertThrows(BadFile.class, () -> Hdf5.read("It", cut)).getMessage();
        assertTrue(message.startsWith("It is not complete"), message);
    }
}
