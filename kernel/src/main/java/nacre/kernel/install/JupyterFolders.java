package nacre.kernel.install;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where Jupyter looks for kernels.
///
/// @param data Jupyter's data folder: the user's, or `share/jupyter` of an environment
public record JupyterFolders(Path data) {
    /// The user's own folder, as Jupyter finds it on this system.
    public static JupyterFolders user() {
        Path home = Path.of(System.getProperty("user.home"));
        return of(System.getProperty("os.name"), home, System.getenv());
    }

    static JupyterFolders of(String system, Path home, Map<String, String> environment) {
        @Nullable String named = environment.get("JUPYTER_DATA_DIR");
        if (named != null && !named.isBlank()) {
            return new JupyterFolders(Path.of(named));
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            Path roaming = home.resolve("AppData").resolve("Roaming");
            return new JupyterFolders(
                    Path.of(environment.getOrDefault("APPDATA", roaming.toString()))
                            .resolve("jupyter"));
        }
        Path own = ofShell(environment).orElse(home);
        if (os.startsWith("mac")) {
            return new JupyterFolders(own.resolve("Library").resolve("Jupyter"));
        }
        String share = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = share.isBlank() ? own.resolve(".local").resolve("share") : Path.of(share);
        return new JupyterFolders(base.resolve("jupyter"));
    }

    /// Jupyter's home folder is the one that the shell names, Java's that of the system's list of
    /// users.
    private static Optional<Path> ofShell(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("HOME"))
                .filter(home -> !home.isBlank())
                .map(Path::of);
    }

    /// The folder of an environment, such as a virtual environment of Python.
    static JupyterFolders prefix(Path prefix) {
        return new JupyterFolders(prefix.toAbsolutePath().resolve("share").resolve("jupyter"));
    }

    /// The folder of one kernel.
    Path kernel(String name) {
        return data.resolve("kernels").resolve(name);
    }

    /// The file that remembers the cells that were run.
    public Path history() {
        return data.resolve("nacre-history.jsonl");
    }
}
