package nacre.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The checkout that is being tested: its folder and its files.
public final class Repository {
    /// The folder with the parent pom; Maven hands it over, an editor may not.
    public static final Path ROOT =
            Path.of(System.getProperty("nacre.root", "..")).toAbsolutePath().normalize();

    private Repository() {}

    /// Every `.java` file below `folder`, in a fixed order.
    public static List<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines of a text file.
    public static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The path as a reader of a message knows it: from the root of the repository.
    public static String name(Path file) {
        return ROOT.relativize(file.toAbsolutePath().normalize()).toString();
    }
}
