package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Methods of one name, some of which cannot be used, or not yet.
class OverloadsTest {
    @Test
    void oneThatIsBrokenStaysUntilItFitsAgain() {
        try (var notebook = new Notebook()) {
            notebook.run("int v = 2;\nint m(int n) { return n * v; }");
            notebook.run("int m(String s) { return s.length() + m(0) + (int) v; }");
            notebook.run("boolean v = true;");
            notebook.run("int m(String s) { return s.length(); }");
            assertEquals("NotDefinedYet", notebook.error("m(3)").name());
            notebook.run("import java.nio.file.*;\nint other(int n) { return n; }");
            assertEquals("3", notebook.value("m(\"abc\")"));
            notebook.run("int v = 5;");
            assertEquals("15", notebook.value("m(3)"));
        }
    }

    @Test
    void whatTheyNeedCanBecomeAnother() {
        try (var notebook = new Notebook()) {
            notebook.run("int v = 2;\nint m(int n) { return n * v; }");
            notebook.run("int m(Disc d) { return v; }");
            notebook.run("String v = \"a\";");
            assertEquals("NotDefinedYet", notebook.error("m(3)").name());
            notebook.run("long v = 4;");
            notebook.run("int v = 4;");
            assertEquals("12", notebook.value("m(3)"));
        }
    }

    @Test
    void eachWaitsForTheTypesOfItsOwnParameters() {
        try (var notebook = new Notebook()) {
            notebook.run(
                    """
                    int area(Disc disc) { return disc.r(); }
                    int area(Disc disc, Scale scale) { return disc.r() * scale.by(); }
                    int area(Tile tile) { return tile.a(); }""");
            notebook.run("record Disc(int r) {}");
            assertEquals("3", notebook.value("area(new Disc(3))"));
            notebook.run("record Tile(int a) {}");
            assertEquals("4", notebook.value("area(new Tile(4))"));
            notebook.run("record Scale(int by) {}");
            assertEquals("6", notebook.value("area(new Disc(3), new Scale(2))"));
        }
    }

    @Test
    void oneThatWaitsDoesNotBreakWhatCallsAnother() {
        try (var notebook = new Notebook()) {
            notebook.run("int m(int n) { return n; }\nint twice(int n) { return 2 * m(n); }");
            var cell = notebook.run("int m(Disc d) { return 0; }");
            assertEquals(
                    List.of("m(Disc) is declared, but cannot be used until there is class Disc."),
                    List.copyOf(cell.shown));
            assertEquals("8", notebook.value("twice(4)"));
            assertEquals("0", notebook.value("record Disc() {}\nm(new Disc())"));
        }
    }

    @Test
    void theyMayCallEachOtherFromAboveAndBelow() {
        try (var notebook = new Notebook()) {
            notebook.run(
                    """
                    int digits(int n) { return n < 0 ? digits("-" + -n) : digits("" + n); }
                    int digits(String s) { return s.startsWith("-") ? digits(s.substring(1)) : s.length(); }""");
            assertEquals("3", notebook.value("digits(-123)"));
            var wrong =
                    notebook.error(
                            "int size(int n) { return size(\"a\"); }\nint size(String s) { return s; }");
            assertEquals("Here should be an int, but this is a String.", wrong.message());
            assertTrue(wrong.traceback().contains("Cell [3], line 2"), wrong.traceback()::toString);
        }
    }

    @Test
    void theOneThatIsBrokenIsNamedWithItsParametersAndTheReason() {
        try (var notebook = new Notebook()) {
            notebook.run("int v = 2;\nint m(int n) { return n * v; }");
            notebook.run("int m(String s, int n) { return n; }");
            String why =
                    "m(int) was made for what is no longer there; declare it anew."
                            + " In `int m(int n) { return n * v; }`:"
                            + " `*` does not work between int and String.";
            assertEquals(
                    why.replace("`", ""),
                    notebook.run("String v = \"a\";").shown.peek().replace("`", ""));
            assertEquals(why, notebook.error("m(3)").message());
        }
    }

    @Test
    void aCallOfOneThatWaitsSaysWhatForIt() {
        try (var notebook = new Notebook()) {
            notebook.run("int m(Disc d) { return 1; }\nint m(Disc d, Tile t) { return 2; }");
            String told = notebook.told("m(3)");
            assertTrue(told.contains("m(Disc) is declared, but cannot be used until"), told);
            assertTrue(told.contains("until there is class Disc and class Tile."), told);
        }
    }
}
