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
            var undo = new Undo(jshell, new Variables(jshell, classes));
            undo.note(jshell.eval("int kept = 2;"));
            Snippet ours = jshell.variables().toList().getFirst();
            Snippet later = jshell.eval("int kept = 3;").getFirst().snippet();
            undo.undo(List.of(ours), List.of());
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

    @Test
    void aCellThatDoesNotCompileTakesNoObjectItsClass() {
        try (var notebook = new Notebook()) {
            notebook.run("import java.util.*; import java.util.function.*;");
            notebook.run(
                    """
                    class Cat { static int born; String name; Cat(String name) { this.name = name; born++; } }
                    Cat cat = new Cat("Mia");
                    List<Cat> cats = List.of(cat);
                    Supplier<String> name = () -> cat.name;""");
            notebook.error("class Cat { int name = \"Mia\"; }");
            notebook.error("class Cat { int age; }\nint wrong = \"a\";");
            notebook.error("class Cat { String name; Cat(int age) {} }\ncat.age");
            notebook.error("import java.nio.file.*;\nint wrong = \"a\";");
            assertEquals("Mia", notebook.value("cats.get(0).name"));
            assertEquals("1", notebook.value("Cat.born"));
            notebook.run("cat.name = \"Tom\";");
            assertEquals("Tom", notebook.value("name.get()"));
        }
    }

    @Test
    void whatIsDeclaredAfterAFailureIsNotTheClassThatFailed() {
        try (var notebook = new Notebook()) {
            notebook.run("record Point(int x) {}\nPoint point = new Point(1);");
            for (int i = 0; i < 250; i++) {
                notebook.error("record Point(int x, int y) {}\nnew Point(%d)".formatted(i));
            }
            assertEquals("Point[x=1]", notebook.value("point"));
            notebook.run("record Point(int z) { int twice() { return 2 * z; } }");
            assertEquals("6", notebook.value("new Point(3).twice()"));
        }
    }

    @Test
    void whatRanBeforeAnExceptionKeepsItsEffect() {
        try (var notebook = new Notebook()) {
            notebook.run("int x = 1; var y = 1; String z = \"a\";");
            notebook.error(
                    "x = 2; y = 2; z = \"b\"; int w = 1 / 0; int x = 3; var y = \"c\"; int z = 4;");
            assertEquals("22b", notebook.value("\"\" + x + y + z"));
        }
    }

    @Test
    void ofTwoDeclarationsInACellTheOneThatRanStays() {
        try (var notebook = new Notebook()) {
            notebook.run("String x = \"a\";");
            notebook.error("int x = 1; int w = 1 / 0; long x = 2;");
            assertEquals("1", notebook.value("x"));
        }
    }

    /// A lambda that would not compile any more lives on.
    @Test
    void aVariableThatCouldNotBeComputedAnewKeepsItsValue() {
        try (var notebook = new Notebook()) {
            notebook.run("int n = 22;");
            notebook.run("java.util.function.IntSupplier next = () -> n + 1;");
            notebook.run("String n = \"a\";");
            notebook.error("import static java.lang.Math.*;\nint wrong = \"a\";");
            notebook.run("import static java.lang.StrictMath.*;");
            assertEquals("23", notebook.value("next.getAsInt()"));
        }
    }

    /// What it was computed from is of another type now.
    @Test
    void aVariableHasItsTypeBack() {
        try (var notebook = new Notebook()) {
            notebook.run("int n = 3; var twice = 2 * n;");
            notebook.run("long n = 5;");
            notebook.error("var twice = \"a\";\nmissing();");
            assertEquals("3", notebook.value("int half = twice / 2; half"));
            notebook.error("int boom = 1 / 0; var twice = \"a\";");
            assertEquals("6", notebook.value("int same = twice; same"));
        }
    }

    @Test
    void aLambdaAndLaterCellsMeanTheSameVariable() {
        try (var notebook = new Notebook()) {
            notebook.run("int n = 1; java.util.function.IntSupplier next = () -> n + 1;");
            notebook.error("String n = \"a\";\nmissing();");
            notebook.run("n = 5;");
            assertEquals("6", notebook.value("next.getAsInt()"));
            notebook.error("int boom = 1 / 0; var n = \"a\";");
            notebook.run("n = 7;");
            assertEquals("8", notebook.value("next.getAsInt()"));
        }
    }

    /// What runs is compiled once more when a method that it may call has become another.
    @Test
    void whatAFailureLeavesIsNoVariable() {
        try (var notebook = new Notebook()) {
            notebook.run("int v = 1;\nint m(int n) { return n + v; }");
            notebook.error(
                    "((String) null).length();\nint m(String s) { return m(1); }\nlong v = 2;");
            assertEquals(
                    List.of("v"),
                    notebook.shell.definitions().stream()
                            .filter(each -> each.kind() == Definition.Kind.VARIABLE)
                            .map(Definition::name)
                            .toList());
        }
    }
}
