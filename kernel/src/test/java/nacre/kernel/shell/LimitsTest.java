package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Code that is larger than Java allows is told so, and what comes after it works.
class LimitsTest {
    private final Notebook notebook = new Notebook();

    @BeforeEach
    void somethingToKeep() {
        notebook.run("int keep = 3;");
    }

    @AfterEach
    void everythingWorksAsBefore() {
        assertEquals("4", notebook.value("keep + 1"));
        assertEquals("5", notebook.value("int other = 5;\nother"));
        notebook.close();
    }

    @Test
    void aTextOfMoreThan64Kilobytes() {
        String text = "\"" + "y".repeat(70_000) + "\"";
        told("String big = " + text + ";\nbig.length()", "65,535 bytes");
        told(text, "65,535 bytes");
        told("System.out.println(" + text + ");", "65,535 bytes");
    }

    @Test
    void aMethodOfMoreThan64Kilobytes() {
        told("int m() { int a = 0; " + "a = a + 1;".repeat(20_000) + " return a; }\nm()", "64 KB");
        told("int[] a = {" + "100000,".repeat(12_000) + "};", "64 KB");
    }

    @Test
    void aMethodOfMoreThan255Parameters() {
        var parameters = new StringBuilder("int a");
        for (int i = 0; i < 300; i++) {
            parameters.append(", int a").append(i);
        }
        told("void m(" + parameters + ") {}", "255 parameters");
    }

    /// A line that nobody has typed is shown in part, and not searched for what may be meant.
    @Test
    void aMistakeInAVeryLongLine() {
        var error =
                notebook.error("int[] a = {" + "100000,".repeat(3_000) + "}; int b = \"text\";");
        String story = String.join("\n", error.traceback());
        assertTrue(error.message().contains("Here should be an int"), error.message());
        assertTrue(story.length() < 2_000, story);
        assertTrue(story.contains("int b = \"text\""), story);
        told("char c = '" + "a".repeat(20_000) + "';", "exactly one character");
    }

    @Test
    void theLastResultIsAWholeCell() {
        notebook.value("5");
        assertInstanceOf(Completeness.Complete.class, notebook.shell.isComplete("_ + 1"));
    }

    private void told(String code, String words) {
        var error = notebook.error(code);
        assertTrue(error.message().contains(words), error.message());
    }
}
