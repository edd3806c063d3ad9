package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a cell does when all goes well.
class ShellTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @Test
    void theLastExpressionIsTheValue() {
        assertEquals("3", notebook.value("int x = 1; x += 1;\nx + 1"));
    }

    @Test
    void aSemicolonHidesTheValue() {
        assertEquals("(nothing)", notebook.value("1 + 1;"));
    }

    @Test
    void whatIsPrintedArrives() {
        assertEquals("hello\n", notebook.run("System.out.println(\"hello\");").out.toString());
    }

    @Test
    void aSealedInterfaceMayNameRecordsThatFollow() {
        assertEquals(
                "Circle[r=1.0]",
                notebook.value(
                        "sealed interface S permits Circle, Dot {}\n"
                                + "record Circle(double r) implements S {}\n"
                                + "record Dot() implements S {}\n"
                                + "S s = new Circle(1); s"));
    }

    @Test
    void aMethodMayCallOneThatFollows() {
        assertEquals(
                "7",
                notebook.value(
                        "int f() { return g() + 1; }\nint v = f();\nint g() { return 6; }\nv"));
    }

    @Test
    void aCellWithAMistakeAtItsEndPrintsNothing() {
        var cell = notebook.run("System.out.println(\"early\");\nint n = \"text\";");
        assertTrue(cell.result instanceof CellResult.Failure);
        assertEquals("", cell.out.toString());
    }
}
