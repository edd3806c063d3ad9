package nacre.tests.jupyter;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nacre.tests.Repository;
import org.junit.jupiter.api.DynamicTest;

/// The lessons, and where the tests put what they make of them.
final class Lessons {
    /// The folder of the notebooks.
    static final Path FOLDER = Repository.ROOT.resolve("lessons");

    /// Where everything that a test writes goes.
    static final Path TARGET = Repository.ROOT.resolve("tests/target");

    /// Longer than any lesson takes on two busy cores.
    static final Duration LIMIT = Duration.ofMinutes(4);

    private Lessons() {}

    /// What to do with one lesson, by its name without `.ipynb`.
    interface Check {
        void check(String lesson);
    }

    /// One test for each lesson.
    static Stream<DynamicTest> each(Check check) {
        return names().stream().map(name -> dynamicTest(name, () -> check.check(name)));
    }

    /// The names of all lessons, as in `08-dropout`.
    static List<String> names() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ipynb"))
                    .map(name -> name.substring(0, name.length() - ".ipynb".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The notebook file of a lesson.
    static Path file(String lesson) {
        return FOLDER.resolve(lesson + ".ipynb");
    }

    /// A copy to be run: a lesson writes pictures to `../images`, which are then a test's own.
    static Path copy(String lesson, Path folder) {
        try {
            Files.createDirectories(folder.resolve("images"));
            Path own = Files.createDirectories(folder.resolve("lessons"));
            return Files.copy(
                    file(lesson),
                    own.resolve(lesson + ".ipynb"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
