package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An expression that runs as the body of a method is worth what Java says it is worth.
class BodyTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    true ? 1 : 2.0                                 | 1.0
                    switch (1) { case 1 -> 1; default -> 2.0; }    | 1.0
                    1 + 1 // it$ and } are only words              | 2
                    new ArrayList<>(List.of(1, 2))                 | [1, 2]
                    (char) ('a' + 1)                               | b
                    new Object() { int x = 7; }.x                  | 7
                    """)
    void anExpressionHasItsOwnType(String expression, String value) {
        assertEquals(value, notebook.value(expression));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello()", "greet.run()", "System.out.print(\"hello\")"})
    void whatGivesNothingRunsOnceAndShowsNothing(String call) {
        notebook.run(
                "void hello() { System.out.print(\"hello\"); } Runnable greet = () -> hello();");
        var cell = notebook.run(call);
        assertEquals("hello", cell.out.toString());
        var result = assertInstanceOf(CellResult.Value.class, cell.result);
        assertEquals(Optional.empty(), result.display());
    }

    @Test
    void anErrorIsAtTheExpressionsOwnLine() {
        String title = "Cell [%d], line 4".formatted(notebook.next());
        CellError error = notebook.error("int[] none = {};\n\n// the next\nnone[1]");
        assertTrue(error.traceback().toString().contains(title), error.traceback().toString());
    }

    @Test
    void anErrorIsAtTheLineOfItsCall() {
        String title = "Cell [%d], line 3".formatted(notebook.next());
        CellError error = notebook.error("\nList.of(1)\n    .get(5)");
        assertTrue(error.traceback().toString().contains(title), error.traceback().toString());
    }

    @Test
    void aCallWithoutValueAndSemicolonIsCompiledOnce() {
        var piece = new Part.Piece(new Cell(1, "hello()"), "hello()", 0, false, true, false);
        assertEquals(List.of(Body.Form.VALUE, Body.Form.CALL), Body.forms(piece));
    }

    @ParameterizedTest
    @CsvSource({"int n = 1, n", "List<String> names, names", "record A(int a) {}, A"})
    void aDeclarationIsNotHiddenInABody(String declaration, String name) {
        notebook.run(declaration);
        assertTrue(
                notebook.shell.definitions().stream().anyMatch(each -> each.name().equals(name)));
    }

    @Test
    void aLaterDeclarationOfTheSameCellIsTheOneThatCounts() {
        notebook.run("int half(int n) { return n; }");
        var cell =
                notebook.run(
                        "System.out.print(half(8));\nint half(int n) { return n / 2; }\nhalf(2)");
        assertEquals("4", cell.out.toString());
        assertEquals("1", cell.value());
    }

    @Test
    void aNameThatIsNotAsciiIsFound() {
        notebook.run("double größe = 2; double \u03b1 = 3;");
        assertEquals("6.0", notebook.value("größe * \u03b1"));
    }

    @Test
    void whatAnAnonymousClassHasIsSeen() {
        notebook.run("var counter = new Object() { int count = 5; };");
        assertEquals("5", notebook.value("counter.count"));
        notebook.run("var copy = counter.count + 1;");
        assertEquals("6", notebook.value("copy"));
    }

    @Test
    void nothingOfItStays() {
        notebook.run("1 + 1");
        notebook.run("System.out.print(1);");
        assertTrue(
                notebook.shell.definitions().stream().noneMatch(each -> each.name().contains("$")));
    }

    @Test
    void aLaterCellKnowsTheTypeOfItsValue() {
        notebook.run("List.of(\"one\", \"three\")");
        assertEquals("5", notebook.value("_.get(1).length()"));
    }
}
