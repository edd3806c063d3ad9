package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A declaration is given what it needs of those before it, and a session does not slow down.
class NeedsTest {
    private static JShell jshell;

    @BeforeAll
    static void declare() {
        jshell = JShell.builder().executionEngine("local").build();
        List.of(
                        "import java.util.*;",
                        "int n = 1;",
                        "int twice() { return 2 * n; }",
                        "int four() { return 2 * twice(); }",
                        "record Point(int x) {}",
                        "Point start = new Point(1);",
                        "int waiting() { return absent + n; }",
                        "var counter = new Object() { int count; };",
                        "String text = \"\";")
                .forEach(jshell::eval);
    }

    @AfterAll
    static void close() {
        jshell.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    int m = 5;                                | n waiting
                    String other() { return text; }           | n waiting text
                    record Line(Point a, Point b) {}          | n Point waiting
                    int n = 2;                                | n twice four waiting
                    final int n = 2;                          | n twice four waiting
                    var end = start;                          | n Point start waiting
                    int c = counter.count;                    | n Point waiting counter
                    int a = 1, b = 2;                         | all
                    import java.io.*;                         | all
                    start                                     | all
                    new Point(1);                             | all
                    start instanceof Point                    | all
                    <T> T same(T it) { return it; }           | all
                    int m = \\u006e;                          | all
                    """)
    void aDeclarationNeeds(String source, String names) {
        String all = "n twice four Point start waiting counter text";
        assertEquals(names.equals("all") ? all : names, needs(source));
    }

    @Test
    void whatIsNotNamedIsNotImported() {
        try (var notebook = new Notebook()) {
            notebook.run("int n = 1;\nint twice() { return 2 * n; }\nint four = 2 * twice();");
            notebook.run("int n = 3;");
            assertEquals("6", notebook.value("twice()"));
            notebook.run("record Point(int x) { int next() { return x + n; } }");
            notebook.run("Point start() { return new Point(four); }");
            notebook.run("var next = start().next();");
            assertEquals("7", notebook.value("next"));
            notebook.run("var same = List.of(start());\nPoint first = same.get(0);");
            assertEquals("Point[x=4]", notebook.value("first"));
        }
    }

    private static String needs(String source) {
        var needed = Needs.of(source, jshell);
        return jshell.snippets()
                .filter(needed)
                .filter(DeclarationSnippet.class::isInstance)
                .map(each -> ((DeclarationSnippet) each).name())
                .collect(Collectors.joining(" "));
    }
}
