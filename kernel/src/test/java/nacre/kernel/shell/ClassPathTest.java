package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which classes cells see.
class ClassPathTest {

    @Test
    void whatTheKernelIsMadeOfIsOutOfSight() {
        try (var notebook = new Notebook()) {
            assertEquals(
                    "There is no package `com.google.gson`.",
                    notebook.error("new com.google.gson.Gson()").message());
            assertTrue(
                    notebook.error("nacre.kernel.shell.Shell s;\ns = null;")
                            .message()
                            .contains("There is no"));
        }
    }

    @Test
    void aGivenLibraryIsTheKernelsOwnToo() throws Exception {
        Path library = Notebook.library();
        try (var notebook = new Notebook(ShellOptions.of(List.of(library)))) {
            assertEquals("shown", notebook.value("nacre.display.Display.of(\"shown\")"));
        }
    }

    @Test
    void anAddedJarWinsOverTheKernelsOwn(@TempDir Path folder) throws Exception {
        compile(folder, "com.google.gson", "Gson", "public String toString() { return \"mine\"; }");
        try (var notebook = new Notebook()) {
            notebook.run("int kept = 1;");
            notebook.shell.addToClassPath(folder);
            assertEquals("mine1", notebook.value("new com.google.gson.Gson().toString() + kept"));
        }
    }

    @Test
    void anAddedJarDoesNotReplaceAGivenLibrary(@TempDir Path folder) throws Exception {
        compile(
                folder,
                "nacre.display",
                "Display",
                "public static String of(Object o) { return \"theirs\"; }");
        Path library = Notebook.library();
        try (var notebook = new Notebook(ShellOptions.of(List.of(library)))) {
            notebook.shell.addToClassPath(folder);
            assertEquals("ours", notebook.value("nacre.display.Display.of(\"ours\")"));
        }
    }

    @Test
    void anAddedJarCannotEndTheKernel(@TempDir Path folder) throws Exception {
        compile(
                folder,
                "theirs",
                "Main",
                "public static String hello() { return \"hello\"; }"
                        + " public static void leave() { System.exit(3); }"
                        + " public static void halt() { Runtime.getRuntime().halt(3); }"
                        + " public static void reflect() throws Exception {"
                        + " System.class.getMethod(\"exit\", int.class).invoke(null, 3); }");
        try (var notebook = new Notebook()) {
            notebook.shell.addToClassPath(folder);
            assertEquals("hello", notebook.value("theirs.Main.hello()"));
            assertEquals("ExitRefused", notebook.error("theirs.Main.leave();").name());
            assertEquals("ExitRefused", notebook.error("theirs.Main.halt();").name());
            assertEquals("ExitRefused", notebook.error("theirs.Main.reflect();").name());
        }
    }

    private static void compile(Path folder, String packageName, String name, String body)
            throws Exception {
        Path source = Files.createTempDirectory(folder, "src").resolve(name + ".java");
        Files.writeString(
                source, "package " + packageName + "; public class " + name + " { " + body + " }");
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.toString(), source.toString());
        assertEquals(0, failed);
    }
}
