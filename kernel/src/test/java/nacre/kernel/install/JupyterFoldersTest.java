package nacre.kernel.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JupyterFoldersTest {
    private static final Path HOME = Path.of("home", "ada");

    @Test
    void everySystemHasItsFolder() {
        assertData(HOME.resolve(".local/share/jupyter"), "Linux", Map.of());
        assertData(Path.of("share", "jupyter"), "Linux", Map.of("XDG_DATA_HOME", "share"));
        assertData(HOME.resolve("Library/Jupyter"), "Mac OS X", Map.of());
        assertData(Path.of("roaming", "jupyter"), "Windows 11", Map.of("APPDATA", "roaming"));
    }

    @Test
    void theShellsHomeIsJupyters() {
        assertData(Path.of("box/.local/share/jupyter"), "Linux", Map.of("HOME", "box"));
        assertData(Path.of("box/Library/Jupyter"), "Mac OS X", Map.of("HOME", "box"));
    }

    @Test
    void jupytersOwnVariableWins() {
        assertData(
                Path.of("mine"),
                "Linux",
                Map.of("JUPYTER_DATA_DIR", "mine", "XDG_DATA_HOME", "share"));
    }

    @Test
    void anEnvironmentHasItsOwn() {
        Path kernel = JupyterFolders.prefix(Path.of("venv")).kernel("nacre");
        assertEquals(
                Path.of("venv", "share", "jupyter", "kernels", "nacre").toAbsolutePath(), kernel);
    }

    private static void assertData(Path expected, String system, Map<String, String> environment) {
        assertEquals(expected, JupyterFolders.of(system, HOME, environment).data());
    }
}
