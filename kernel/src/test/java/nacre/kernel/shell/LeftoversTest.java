package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;

/// What cells leave behind is let go of, and nothing that is still needed.
class LeftoversTest {
    private static final int MANY = 260; // so that it is looked through twice

    @Test
    void whatIsStillNeededStays() throws InterruptedException {
        try (var notebook = new Notebook()) {
            notebook.run(
                    """
                    int total = 5;
                    int helper(int n) { return n + total; }
                    int twice(int n) { return helper(n) * 2; }
                    record Point(int x) { Point next() { return new Point(x + 1); } }
                    Point start = new Point(1);""");
            var waiting =
                    notebook.run(
                            """
                            var gate = new CountDownLatch(1);
                            new Thread(() -> {
                                try { gate.await(); } catch (InterruptedException e) { }
                                class Late { int value() { return twice(1); } }
                                System.out.println(new Late().value());
                                throw new IllegalStateException("too late");
                            }).start();""");
            notebook.run("int replaced() { return 1; }");
            for (int i = 0; i < MANY; i++) {
                notebook.run("System.out.print(" + i + ");");
            }
            notebook.run("int replaced() { return 2; }");
            assertEquals("2", notebook.value("replaced()"));
            assertEquals("12", notebook.value("twice(1)"));
            assertEquals("Point[x=2]", notebook.value("start.next()"));
            notebook.run("gate.countDown();");
            for (int i = 0; i < 1_000 && !waiting.err.toString().contains("throw"); i++) {
                Thread.sleep(10);
            }
            assertTrue(waiting.out.toString().contains("12"), waiting.out.toString());
            String told = waiting.err.toString();
            assertTrue(told.contains("IllegalStateException: too late"), told);
            assertTrue(told.contains("Cell [2], line 6"), told);
        }
    }

    @Test
    void whatWasReplacedIsNotKeptBehindTheImports() throws Exception {
        try (JShell jshell = JShell.builder().executionEngine("local").build();
                var classes = new CellClasses(List.of())) {
            var leftovers = new Leftovers(jshell);
            var importing = new Importing(jshell, new Imports(jshell, List.of()));
            var places = new Places(jshell.sourceCodeAnalysis());
            for (int i = 0; i < MANY; i++) {
                String source = "int f%d() { return 1; }".formatted(i);
                importing
                        .into(source, () -> jshell.eval(source))
                        .forEach(event -> jshell.drop(event.snippet()));
                leftovers.sweep(places, classes);
            }
            long kept =
                    JShellInsides.snippetsByKey(jshell).stream().filter(Objects::nonNull).count();
            assertTrue(kept < MANY / 2 + 50, kept + " of " + MANY + " are kept");
        }
    }

    @Test
    void aVariableOfLongAgoCanBeDeclaredAnew() {
        try (var notebook = new Notebook()) {
            notebook.run("int n = 1; int next() { return n + 1; }");
            for (int i = 0; i < MANY; i++) {
                notebook.run("n = " + i + ";");
            }
            assertEquals("260", notebook.value("next()"));
            notebook.run("String n = \"text\"; int next() { return n.length(); }");
            assertEquals("4", notebook.value("next()"));
        }
    }

    /// The class of a declaration that was taken back has a name that JShell would give once more.
    @Test
    void aVariableThatWasTakenBackAgainAndAgainIsTheOneThatIsDeclared() {
        try (var notebook = new Notebook()) {
            for (int i = 0; i < MANY; i++) {
                if (i % 3 == 0) {
                    notebook.error("int a = 1 / 0;\nint[] fresh = new int[2];\nfresh[0]");
                } else {
                    assertEquals("0", notebook.value("int[] fresh = new int[2];\nfresh[0]"));
                }
            }
        }
    }

    /// One of them is the last that was tried, the other is the one whose name is the next.
    @Test
    void ofSeveralClassesThatWereTakenBackNoneComesForTheNewOne() {
        try (var notebook = new Notebook()) {
            notebook.run("record Point(int x) {}");
            notebook.error("record Point(int x, int y) {}\nmissing();");
            for (int i = 0; i < MANY; i++) {
                notebook.error("record Point(int x, int y, int z) {}\nmissing();");
            }
            notebook.run("record Point(int w) {}");
            assertEquals("3", notebook.value("new Point(3).w()"));
        }
    }
}
