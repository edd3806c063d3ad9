package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The imports that every cell has.
class ImportsTest {

    @Test
    void allKindsOfImportsAreThereAtOnce() {
        var imports = List.of("module java.base", "static java.lang.Math.sqrt", "java.sql.Date");
        try (var notebook = new Notebook(ShellOptions.of(List.of()).imports(imports))) {
            assertEquals("2.0[1]", notebook.value("sqrt(4) + \"\" + List.of(1)"));
            assertEquals("1970-01-01", notebook.value("new Date(0).toString()"));
        }
    }

    @Test
    void aCellThatImportsTheSameAgainTakesNothingAway() {
        try (var notebook = new Notebook()) {
            notebook.run("import java.util.*;\nimport java.io.*;");
            assertEquals("[1]", notebook.value("Stream.of(1).toList()"));
        }
    }

    @Test
    void aWrongImportDoesNotTakeTheOthersAway() {
        var imports = List.of("no.such.library.*", "java.util.*");
        try (var notebook = new Notebook(ShellOptions.of(List.of()).imports(imports))) {
            assertEquals("[1]", notebook.value("List.of(1)"));
        }
    }

    @Test
    void typesAreShownWithoutTheirPackages() {
        try (var notebook = new Notebook()) {
            notebook.run("var words = List.of(\"a\");");
            assertEquals(
                    "`List<String> words`",
                    notebook.shell
                            .inspect("words", 5, 0)
                            .orElseThrow()
                            .text()
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
    }

    @Test
    void ofAnOwnAndAnImportedClassTheNewerIsMeant() {
        try (var notebook = new Notebook()) {
            notebook.run("import java.awt.List;");
            notebook.run("class List { int n = 4; }");
            assertEquals("4", notebook.value("new List().n"));
            assertEquals("4", notebook.value("List own = new List();\nown.n"));
            notebook.run("import java.util.List;");
            assertEquals("[1]", notebook.value("List.of(1)"));
            assertEquals("4", notebook.value("own.n"));
        }
    }

    @Test
    void aPackageThatACellImportsGoesBeforeTheModuleThatEveryCellHas() {
        var imports = List.of("module java.base");
        try (var notebook = new Notebook(ShellOptions.of(List.of()).imports(imports))) {
            assertEquals("java.util.List", notebook.value("List.class.getName()"));
            notebook.run("import java.awt.*;");
            assertEquals("java.awt.List", notebook.value("List.class.getName()"));
        }
    }

    @Test
    void aNameThatTwoPackagesHaveIsAMistake() {
        var imports = List.of("java.net.*", "java.lang.reflect.*");
        try (var notebook = new Notebook(ShellOptions.of(List.of()).imports(imports))) {
            assertEquals("java.net.URI", notebook.value("URI.class.getName()"));
            String told = notebook.error("Proxy.class.getName()").message();
            assertTrue(told.contains("Proxy"), told);
        }
    }

    @Test
    void anOwnClassGoesBeforeAnImportedOne() {
        try (var notebook = new Notebook()) {
            assertEquals("0", notebook.value("new Random(1).nextInt(1)"));
            notebook.run("class Random { int n = 4; }");
            assertEquals("4", notebook.value("new Random().n"));
            notebook.run("import static java.util.Map.Entry;");
            assertEquals(
                    "1",
                    notebook.value("Map.entry(1, 2) instanceof Entry<?, ?> e ? e.getKey() : 0"));
        }
    }
}
