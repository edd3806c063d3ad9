package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.Test;

class UndoTest {
    @Test
    void whatALaterCellHasDeclaredAnewStays() throws Exception {
        try (JShell jshell = JShell.builder().executionEngine("local").build();
                var classes = new CellClasses(List.of())) {
            jshell.eval("int kept = 1;");
            var undo = new Undo(jshell, new Variables(jshell.sourceCodeAnalysis(), classes));
            undo.note(jshell.eval("int kept = 2;"));
            Snippet later = jshell.eval("int kept = 3;").getFirst().snippet();
            undo.all();
            assertTrue(jshell.status(later).isActive());
            assertEquals("3", jshell.eval("kept").getFirst().value());
        }
    }

    @Test
    void aVariableStaysWhenItsNewDeclarationDoesNotCompile() {
        try (var notebook = new Notebook()) {
            notebook.run("int x = 5;\nint twice(int n) { return 2 * n; }");
            notebook.error("int x = \"a\";");
            assertEquals("5", notebook.value("x"));
            notebook.error("int twice(int n) { return \"a\"; }");
            assertEquals("10", notebook.value("twice(x)"));
        }
    }
}
