package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Cells see the classes of jars.
class JarClassesTest {
    private static Path jar() throws URISyntaxException {
        return Path.of(Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void aPackageHasItsClassesAndNoOthers() throws Exception {
        var found = new JarClasses(List.of(jar())).in("org.junit.jupiter.api");
        var test =
                found.stream()
                        .map(JarClasses.InJar.class::cast)
                        .filter(each -> each.className().equals(Test.class.getName()))
                        .toList();
        assertEquals(1, test.size());
        assertArrayEquals(new byte[] {(byte) 0xca, (byte) 0xfe}, start(test.getFirst()));
        assertEquals(0, found.stream().filter(each -> each.getName().contains("/api/io/")).count());
    }

    private static byte[] start(JarClasses.InJar file) throws IOException {
        try (InputStream in = file.openInputStream()) {
            return in.readNBytes(2);
        }
    }

    @Test
    void aCellUsesThem() throws Exception {
        var options = ShellOptions.of(List.of(Notebook.library(), jar()));
        try (var notebook = new Notebook(options)) {
            assertEquals(
                    "Test", notebook.value("org.junit.jupiter.api.Test.class.getSimpleName()"));
        }
    }
}
