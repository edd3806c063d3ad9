package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Statements that are compiled together behave as if each stood alone.
class StatementsTest {
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
    void statementsRunInTheirOrder() {
        var cell =
                notebook.run(
                        """
                        int n = 1;
                        n += 2; // a comment } between
                        System.out.print(n);
                        for (int i = 0; i < 2; i++) System.out.print(i);
                        if (n == 3) System.out.print("three"); else System.out.print("other");
                        n++;
                        n""");
        assertEquals("301three", cell.out.toString());
        assertEquals("4", cell.value());
    }

    @Test
    void declarationsBetweenStatementsStayForLaterCells() {
        notebook.run(
                "System.out.print(1); int left = 1; System.out.print(2); List<String> right = List.of();");
        assertEquals("1[]", notebook.value("left + \"\" + right"));
    }

    @Test
    void aMistakeInTheMiddleIsPointedAt() {
        assertEquals(
                """
                CompileError: There is no variable `missing`.
                Cell [%d], line 2
                    System.out.println(missing);
                                       ^^^^^^^
                If another cell makes `missing`, run that one first."""
                        .formatted(notebook.next()),
                notebook.told(
                        "System.out.println(1);\nSystem.out.println(missing);\nSystem.out.println(2);"));
    }

    @Test
    void anExceptionInTheMiddleNamesItsLine() {
        var error =
                notebook.error(
                        "System.out.print(1);\n\nInteger.parseInt(\"x\");\nSystem.out.print(2);");
        assertEquals("    Integer.parseInt(\"x\");", error.traceback().get(2));
    }

    @Test
    void aSwitchMayBeTheValue() {
        assertEquals(
                "two",
                notebook.value(
                        "System.out.print(1);\nswitch (2) { case 1 -> \"one\"; default -> \"two\"; }"));
    }

    @Test
    void theLastStatementMayLackItsSemicolon() {
        assertEquals(
                "ab",
                notebook.run("System.out.print(\"a\");\nSystem.out.print(\"b\")").out.toString());
    }
}
