package nacre.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
    @TempDir private Path folder;

    @Test
    void theFormerFileIsReplacedAndNothingIsLeftBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("a.ipynb"), "old");
        SafeFile.write(file, "new");
        assertEquals("new", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void aWriteThatFailsLeavesTheFormerFileWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("a.ipynb"), "old");
        Files.createDirectories(folder.resolve("a.ipynb.part/in-the-way"));
        var trouble = assertThrows(Trouble.class, () -> SafeFile.write(file, "new"));
        assertTrue(trouble.getMessage().contains("The file is as it was"), trouble.getMessage());
        assertEquals("old", Files.readString(file));
    }

    @Test
    void whatAStoppedWriteLeftBesideIsOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a.ipynb"), "old");
        Files.writeString(folder.resolve("a.ipynb.part"), "half of a much longer text");
        SafeFile.write(file, "new");
        assertEquals("new", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void aLinkStaysALinkAndPermissionsStay() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = Files.writeString(folder.resolve("a.ipynb"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.ipynb"), file);
        SafeFile.write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
        assertEquals(
                "rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFolderThatIsAFileIsFoundBeforeTheRun() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        var trouble =
                assertThrows(
                        Trouble.class, () -> SafeFile.check(file.resolve("a.ipynb"), "--output"));
        assertTrue(
                trouble.getMessage().contains("Choose another place with --output"),
                trouble.getMessage());
        var report = assertThrows(Trouble.class, () -> SafeFile.check(folder, "--report"));
        assertTrue(report.getMessage().contains("it is a folder"), report.getMessage());
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
