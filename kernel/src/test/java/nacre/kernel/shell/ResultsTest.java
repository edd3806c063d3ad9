package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What cells have shown can be used again.
class ResultsTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = new Notebook();
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    @Test
    void theLastValueIsUnderscore() {
        notebook.run("20 + 1");
        assertEquals("42", notebook.value("_ * 2"));
        assertEquals("[42]", notebook.value("List.of(_)"));
        assertEquals("1", notebook.value("_.size()"));
        assertEquals("1", notebook.value("_"));
    }

    @Test
    void underscoresOfJavaStayJavas() {
        notebook.run("5");
        assertEquals("[0, 0]", notebook.value("Stream.of(1, 2).map(_ -> 0).toList()"));
        assertEquals(
                "7",
                notebook.value(
                        "BiFunction<Integer, Integer, Integer> f = (_, b) -> b; f.apply(1, 7)"));
        notebook.run("record Pair(int a, int b) {}");
        assertEquals("3", notebook.value("switch (new Pair(3, 4)) { case Pair(int a, _) -> a; }"));
        assertEquals("true", notebook.value("Object o = new Pair(1, 2); o instanceof Pair(_, _)"));
        assertEquals(
                "caught",
                notebook.value(
                        "String s = \"\"; try { throw new Exception(); } catch (Exception _) { s = \"caught\"; } s"));
        assertEquals("2", notebook.value("int n = 0; for (var _ : List.of(1, 2)) { n++; } n"));
    }

    @Test
    void theLineOfAnErrorIsAsItWasWritten() {
        notebook.run("5");
        CellError error = notebook.error("_ + nothing");
        assertTrue(error.traceback().contains("    _ + nothing"), error.traceback().toString());
        assertEquals("There is no class `_`.", notebook.error("List<_> all;").message());
    }

    @Test
    void anEarlierValueHasItsNumber() {
        notebook.run("\"first\"");
        notebook.run("2");
        assertEquals("first", notebook.value("_1"));
    }

    @Test
    void anEarlierValueIsInOut() {
        notebook.run("40 + 1");
        notebook.run("\"Out[1]\"");
        assertEquals("42", notebook.value("Out[1] + 1"));
        assertEquals("Out[1]", notebook.value("Out[ 2 ]"));
        assertEquals("41", notebook.value("Out[1]"));
    }

    @Test
    void anOutOfTheLearnersOwnIsLeftAlone() {
        notebook.run("40 + 1");
        notebook.run("int[] Out = {7, 8};");
        assertEquals("8", notebook.value("Out[1]"));
    }

    @Test
    void anOutThatIsNoResultLeadsToTheNames() {
        for (String code : List.of("Out", "Out.get(1)", "int i = 1; Out[i]")) {
            String told = notebook.told(code);
            assertTrue(told.contains("What cell 3 has shown is `_3`"), told);
        }
        assertFalse(notebook.told("out").contains("`_3`"));
        assertFalse(notebook.told("_999").contains("run that one first"));
    }

    @Test
    void whatIsNoCellOfTheSessionIsNoResult() {
        notebook.value("40 + 1");
        notebook.shell.run("0", Cell.UNNUMBERED, new Notebook.Cell());
        assertEquals("41", notebook.value("_"));
    }

    @Test
    void namesWithUnderscoresAreLeftAlone() {
        assertEquals("8", notebook.value("int a_b = 8; int _x = a_b; _x"));
    }

    @Test
    void aResultKeepsItsTypeWhenItsVariableIsAnotherOneNow() {
        try (var fresh = new Notebook()) {
            fresh.run("int size = 3;");
            fresh.run("size");
            fresh.run("String size = \"large\";");
            assertEquals("5", fresh.value("int more = Out[2] + 2;\nmore"));
        }
    }

    @Test
    void aNumberKeepsItsTypeWhenItsVariableIsAnotherOneNow() {
        try (var fresh = new Notebook()) {
            fresh.run("int n = 3;");
            int number = fresh.next();
            fresh.value("n");
            fresh.run("long n = 5;");
            assertEquals("3", fresh.value("int old = Out[%d]; old".formatted(number)));
            number = fresh.next();
            fresh.value("n");
            fresh.run("String n = null;");
            assertEquals("5", fresh.value("long old = Out[%d]; old".formatted(number)));
        }
    }
}
