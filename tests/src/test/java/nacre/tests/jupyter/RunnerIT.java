package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// `./nacre run` makes a notebook and a page with charts, with no Jupyter on the machine.
class RunnerIT {
    private static final Pattern CHART = Pattern.compile("<img [^>]*src=\"data:image/|<svg ");
    private static final Pattern FROM_OUTSIDE =
            Pattern.compile("<(?:img|script|link)[^>]*(?:src|href)=\"(?!data:|#)[^\"]*\"");

    @TestFactory
    Stream<DynamicTest> everyLessonBecomesAPageWithCharts() {
        return Lessons.each(
                lesson -> {
                    Launcher.run(lesson).succeeded("./nacre run " + lesson);
                    String page = read(Launcher.html(lesson));
                    assertTrue(CHART.matcher(page).find(), "no chart in the page");
                    assertFalse(FROM_OUTSIDE.matcher(page).find(), "the page needs other files");
                    assertEquals(
                            "[]", Notebook.read(Launcher.notebook(lesson)).complaints().toString());
                });
    }

    @Test
    void anErrorIsToldWithItsCellAndLine(@TempDir Path folder) throws IOException {
        Path broken =
                notebook(
                        folder.resolve("broken.ipynb"),
                        "int x = 1;",
                        "int y = 2;\\nint z = y / (x - 1);");
        var ended = Launcher.nacre("run", broken.toString()).run(log("broken"), Lessons.LIMIT);
        assertTrue(ended.code() != 0, ended.output());
        assertTrue(ended.output().contains("/ by zero"), ended.output());
        assertTrue(ended.output().contains("line 2"), ended.output());
    }

    @Test
    void aFileThatIsNoNotebookIsToldInOneMessage(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("letter.ipynb"), "Dear reader");
        var ended = Launcher.nacre("run", file.toString()).run(log("letter"), Lessons.LIMIT);
        assertTrue(ended.code() != 0, ended.output());
        assertTrue(ended.output().contains("letter.ipynb"), ended.output());
        assertFalse(ended.output().contains("\tat "), ended.output());
        assertEquals("Dear reader", Files.readString(file));
    }

    @Test
    void aMistypedParameterIsToldWithThoseThereAre(@TempDir Path folder) throws IOException {
        String notebook =
                """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec":
                  {"name": "nacre", "language": "java", "display_name": "Java (Nacre)"}},
                 "cells": [
                  {"id": "a", "cell_type": "code", "metadata": {"tags": ["parameters"]},
                   "outputs": [], "execution_count": null, "source": "int epochs = 4;"}]}
                """;
        Path file = Files.writeString(folder.resolve("lesson.ipynb"), notebook);
        var ended =
                Launcher.nacre("run", "-p", "epoch=1", file.toString())
                        .run(log("parameter"), Lessons.LIMIT);
        assertEquals(2, ended.code(), ended.output());
        assertTrue(
                ended.output()
                        .contains("-p epoch: the notebook has no such parameter; it has epochs"),
                ended.output());
        assertEquals(notebook, Files.readString(file));
    }

    @Test
    void aNotebookThatIsNamedTwiceRunsOnce(@TempDir Path folder) throws IOException {
        Path file = notebook(folder.resolve("once.ipynb"), "1 + 1");
        var ended =
                Launcher.nacre("run", file.toString(), folder.resolve("./once.ipynb").toString())
                        .run(log("once"), Lessons.LIMIT);
        assertEquals(0, ended.code(), ended.output());
        assertEquals(
                1,
                ended.output().lines().filter(line -> line.contains("1 cell in")).count(),
                ended.output());
    }

    @Test
    void previewsOfJavaCanBeAskedFor(@TempDir Path folder) throws IOException {
        Path file =
                notebook(
                        folder.resolve("preview.ipynb"),
                        "Object o = 5; o instanceof int i && i > 4");
        Launcher.nacre("run", file.toString())
                .in(Map.of("NACRE_JAVA_OPTS", "--enable-preview"))
                .run(log("preview"), Lessons.LIMIT)
                .succeeded("./nacre run with previews");
        assertTrue(Files.readString(file).contains("true"), Files.readString(file));
        var refused = Launcher.nacre("run", file.toString()).run(log("no-preview"), Lessons.LIMIT);
        assertTrue(refused.output().contains("--enable-preview"), refused.output());
    }

    @Test
    void noNotebookFeelsWhatAnotherHasLeft(@TempDir Path folder) throws IOException {
        Path first =
                notebook(folder.resolve("first.ipynb"), "System.setProperty(`left`, `1`); 1/0");
        Path other = notebook(folder.resolve("other/second.ipynb"), "System.getProperty(`left`)");
        Path report = folder.resolve("report.xml");
        var ended =
                Launcher.nacre("run", "--report", report.toString())
                        .with(first.toString(), other.toString())
                        .run(log("two"), Lessons.LIMIT);
        assertEquals(1, ended.code(), ended.output());
        assertTrue(read(other).contains("\"null\""), read(other));
        assertTrue(read(report).matches("(?s).*failures=\"1\".*failures=\"0\".*"), read(report));
        assertTrue(read(report).contains("/ by zero"), read(report));
    }

    @Test
    void theFirstFailureCanBeTheLast(@TempDir Path folder) throws IOException {
        Path first = notebook(folder.resolve("first.ipynb"), "1/0");
        Path second = notebook(folder.resolve("second.ipynb"), "1 + 1");
        String before = read(second);
        var ended =
                Launcher.nacre("run", "--fail-fast", first.toString(), second.toString())
                        .run(log("fail-fast"), Lessons.LIMIT);
        assertEquals(1, ended.code(), ended.output());
        assertEquals(before, read(second));
    }

    /// A notebook with cells of code, in whose text a backtick stands for a quotation mark.
    private static Path notebook(Path file, String... sources) throws IOException {
        var cells = new StringJoiner(",");
        for (int i = 0; i < sources.length; i++) {
            cells.add(
                    """
                    {"id": "c%d", "cell_type": "code", "metadata": {}, "outputs": [],
                     "execution_count": null, "source": "%s"}
                    """
                            .formatted(i, sources[i].replace("`", "\\\"")));
        }
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file,
                """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec":
                  {"name": "nacre", "language": "java", "display_name": "Java (Nacre)"}},
                 "cells": [%s]}
                """
                        .formatted(cells));
    }

    private static Path log(String name) {
        return Lessons.TARGET.resolve("runner/" + name + ".log");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
