package nacre.kernel.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import nacre.kernel.notebook.Trouble;

/// The folder in which a user's programs keep what should outlive them, where the system wants it.
final class StateFolder {
    private StateFolder() {}

    /// A file of Nacre's in that folder, which is made if it is not there.
    static Path file(String name) {
        Path folder =
                of(
                                System.getProperty("os.name"),
                                Path.of(System.getProperty("user.home")),
                                System.getenv())
                        .resolve("nacre");
        try {
            return Files.createDirectories(folder).resolve(name);
        } catch (IOException e) {
            throw new Trouble(
                    "Cannot make the folder " + folder + " for the history: " + e.getMessage(), e);
        }
    }

    static Path of(String system, Path home, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return Path.of(
                    environment.getOrDefault(
                            "LOCALAPPDATA", home.resolve("AppData/Local").toString()));
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library/Application Support");
        }
        String named = environment.getOrDefault("XDG_STATE_HOME", "");
        return named.isBlank() ? home.resolve(".local/state") : Path.of(named);
    }
}
