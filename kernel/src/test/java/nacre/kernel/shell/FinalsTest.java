package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A `final` variable keeps its value, whichever way a cell may try to change it.
class FinalsTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = new Notebook();
        notebook.run("final int limit = 5;");
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit = 6;",
                "limit = 6",
                "limit += 1;",
                "limit++",
                "--limit;",
                "int more = limit++;",
                "void raise() { limit *= 2; }",
                "Runnable raise = () -> limit = 7;",
                "List.of(1).forEach(each -> limit -= each);",
                "class Gauge { void raise() { limit++; } }",
                "for (limit = 0; limit < 3; limit++) {}",
                "final int other = 1;\nother = 2;"
            })
    void itIsNotChanged(String code) {
        CellError error = notebook.error(code);
        assertEquals("CompileError", error.name());
        String name = code.contains("other") ? "other" : "limit";
        assertEquals(
                "`%s` is final: it keeps its value, unless it is declared anew without the word."
                        .formatted(name),
                error.message());
        assertEquals("5", notebook.value("limit"));
    }

    @Test
    void whatHasTheSameNameInsideIsAnotherOne() {
        notebook.run("int count() { int limit = 0; limit++; return limit; }");
        notebook.run("class Box { int limit; void fill() { limit = 3; this.limit++; } }");
        notebook.run("var box = new Box(); box.limit = 4;");
        assertEquals("6", notebook.value("limit + count()"));
    }

    @Test
    void declaredAnewItIsAnotherVariable() {
        notebook.run("final int limit = 6;");
        assertEquals("6", notebook.value("limit"));
        notebook.run("int limit = 7;");
        notebook.run("limit++;");
        assertEquals("8", notebook.value("limit"));
    }
}
