package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names that are proposed for one that is mistyped.
class NearNamesTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        Path library = Notebook.library();
        notebook =
                new Notebook(
                        ShellOptions.of(List.of(library))
                                .imports(List.of("module java.base", "nacre.display.*")));
        notebook.run(
                """
                import static java.lang.Math.*;
                import static java.util.Locale.ENGLISH;
                import java.time.Duration;
                import java.awt.geom.*;
                int square(int n) { return n * n; }
                record Vertex(int x, int y) {}
                int counter = 1;
                class Pet { int legs; int age() { return 1; } }""");
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conuter + 1 | `counter`",
                "sqaure(2) | `square`",
                "Vertx v; | `Vertex`",
                "new ArayDeque() | `ArrayDeque`",
                "Thred t; | `Thread`",
                "Dration d; | `Duration`",
                "Elipse2D e; | `Ellipse2D`",
                "Disply d; | `Display`",
                "flor(2.5) | `Flow` or `floor`",
                "Lnog n; | `Long` or `long`",
                "ENGLISCH | `ENGLISH`",
                "List.of(1).stream().map(value -> valeu + 1) | `value`",
                "IntStream.of(1).reduce((left, right) -> left + rihgt) | `right`",
                "for (int index = 0; idnex < 3;) {} | `index`"
            })
    void aNameThatIsThereIsProposed(String cell, String name) {
        assertEquals(
                "Did you mean " + name + "?",
                notebook.error(cell).traceback().stream()
                        .filter(line -> line.startsWith("Did you mean"))
                        .map(line -> line.replaceAll("\\?.*", "?"))
                        .findFirst()
                        .orElse("no proposal"));
    }

    @Test
    void aClassThatCellsCannotSeeIsNotProposed() {
        String told = notebook.told("JumboEnumSe set;");
        assertFalse(told.contains("`JumboEnumSet`"), told);
    }
}
