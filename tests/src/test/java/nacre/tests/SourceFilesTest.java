package nacre.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What no compiler says about a source file: it is short, it is finished, and it runs.
class SourceFilesTest {
    private static final int AIM = 400;
    private static final int LIMIT = 600;

    private static final String CUT = "(?s).*\n\\s*/// [^\n]*\n\\s*// .*";

    private static final List<Path> FILES =
            Stream.of("layers-lib/src", "kernel/src", "tests/src")
                    .map(Repository.ROOT::resolve)
                    .filter(folder -> folder.toFile().isDirectory())
                    .flatMap(folder -> Repository.javaFiles(folder).stream())
                    .toList();

    @Test
    void filesAreFound() {
        assertTrue(FILES.contains(Repository.ROOT.resolve("tests/src/test/java").resolve(path())));
    }

    @Test
    void aFileCanBeReadInOneSitting() {
        var tooLong = longerThan(LIMIT);
        longerThan(AIM).forEach(file -> System.out.println("over " + AIM + " lines: " + file));
        assertEquals(List.of(), tooLong, "split what is over " + LIMIT + " lines");
    }

    @Test
    void nothingIsLeftForLater() {
        var later = "TO" + "DO|FIX" + "ME|XX" + "X|@Dis" + "abled|@aut" + "hor";
        var note = "(^|.*\\W)(" + later + ")\\b.*";
        var found = FILES.stream().flatMap(file -> matching(file, note)).toList();
        assertEquals(List.of(), found, "do it, or write an issue and leave the note away");
    }

    /// Formatters that do not know Markdown docs break a long `///` line into a `//` line.
    @Test
    void docCommentsAreWhole() {
        var cut =
                FILES.stream()
                        .filter(file -> String.join("\n", Repository.lines(file)).matches(CUT))
                        .map(Repository::name)
                        .toList();
        assertEquals(List.of(), cut, "a line of a /// comment lost its third slash");
    }

    private static Path path() {
        return Path.of("nacre", "tests", "SourceFilesTest.java");
    }

    private static List<String> longerThan(int limit) {
        return FILES.stream()
                .filter(file -> Repository.lines(file).size() > limit)
                .map(file -> Repository.name(file) + ": " + Repository.lines(file).size())
                .toList();
    }

    private static Stream<String> matching(Path file, String pattern) {
        var lines = Repository.lines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).matches(pattern))
                .mapToObj(i -> Repository.name(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
    }
}
