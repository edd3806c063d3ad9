package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Constructors of records without `public`.
class RecordConstructorsTest {
    @Test
    void theyNeedNoModifier() {
        try (var notebook = new Notebook()) {
            notebook.run(
                    """
                    record Range(int low, int high) {
                        static final Range NONE = new Range(0, 0);
                        Range {
                            if (low > high) { throw new IllegalArgumentException("low > high"); }
                        }
                        Range(int high) { this(0, high); }
                        static Range of(int low, int high) { return new Range(low, high); }
                    }
                    record Name(String text) { private static int n; public Name { n++; } }
                    record Pair<T>(T one, T other) { Pair(T one, T other) { this.one = one; this.other = other; } }""");
            assertEquals(
                    "Range[low=0, high=3] Name[text=a] Pair[one=1, other=2]",
                    notebook.value(
                            "new Range(3) + \" \" + new Name(\"a\") + \" \" + new Pair<>(1, 2)"));
            var cell = notebook.run("Range.of(2, 1)");
            var thrown = assertInstanceOf(CellResult.Failure.class, cell.result).error();
            assertEquals("low > high", thrown.message());
        }
    }

    @Test
    void aMistakeBehindThemIsShownWhereItStands() {
        try (var notebook = new Notebook()) {
            String line =
                    "record Low(int x) { Low { } Low() { this(1); } int f() { return true; } }";
            var failed = assertInstanceOf(CellResult.Failure.class, notebook.run(line).result);
            String story = String.join("\n", failed.error().traceback());
            String pointed = " ".repeat(line.indexOf("true")) + "^^^^";
            assertTrue(story.contains("\n    " + pointed), story);
        }
    }
}
