package nacre.kernel.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nacre.kernel.magics.Cells;
import nacre.kernel.shell.Shell;
import nacre.kernel.shell.ShellOptions;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ReplTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void valuesAreShownAndCellsMayHaveSeveralLines() {
        assertEquals(0, type("1 + 1\nint twice(int x) {\n  return 2 * x;\n}\n\ntwice(21)\n\"ü\""));
        assertEquals("2\n42\nü\n", out());
    }

    @Test
    void aMagicOfAWholeCellGoesOnUntilAnEmptyLine() {
        assertEquals(0, type("%%sh\necho a\necho b\n\n3\n"));
        assertEquals("a\nb\n3\n", out());
    }

    @Test
    void anErrorIsToldAndTheNextCellRuns() {
        assertEquals(0, type("int zero = 0;\n1 / zero\n\"on\"\n"));
        assertEquals("on\n", out());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("/ by zero"));
    }

    @Test
    void anErrorAtTheEndIsTheExitCode() {
        assertEquals(1, type("nonsense\n"));
    }

    @Test
    void exitLeaves() {
        assertEquals(0, type("1\n/exit\n2\n"));
        assertEquals("1\n", out());
    }

    @Test
    void helpIsGiven() {
        type("/help\n");
        assertTrue(out().contains("Ctrl-C"));
    }

    @Test
    void aCellReadsTheLinesBehindIt() {
        type("new java.util.Scanner(System.in).nextLine()\nhello\n");
        assertEquals("hello\n", out());
    }

    @Test
    void theLineEditorIsToldWhatIsWholeAndWhatCompletes() {
        try (var shell = new Cells(() -> new Shell(ShellOptions.of(List.of())))) {
            var parser = new CellParser(shell);
            Assertions.assertThrows(
                    EOFError.class, () -> parser.parse("int f() {", 9, ParseContext.ACCEPT_LINE));
            assertEquals("1 + 1", parser.parse("1 + 1", 5, ParseContext.ACCEPT_LINE).line());
            var typed = (CellParser.Typed) parser.parse("\"a\".toUpp", 9, ParseContext.COMPLETE);
            assertEquals("toUpp", typed.word());
            assertTrue(typed.completion().items().getFirst().text().startsWith("toUpperCase("));
        }
    }

    private int type(String cells) {
        var in = new ByteArrayInputStream(cells.getBytes(StandardCharsets.UTF_8));
        var console = new PipedConsole(in, stream(out), stream(err));
        try (var shell = new Cells(() -> new Shell(ShellOptions.of(List.of())))) {
            return new Repl(shell, console).run();
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
