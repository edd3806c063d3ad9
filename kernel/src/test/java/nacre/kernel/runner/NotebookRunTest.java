package nacre.kernel.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nacre.kernel.magics.Cells;
import nacre.kernel.notebook.Cell;
import nacre.kernel.notebook.Notebook;
import nacre.kernel.shell.Shell;
import nacre.kernel.shell.ShellOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookRunTest {
    private static final String OLD =
            "\"execution_count\": 9, \"outputs\": [{\"output_type\": \"stream\"}]";

    @TempDir private Path folder;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void cellsGetNumbersAndOutputs() throws IOException {
        var notebook =
                run(RunOptions.DEFAULT, "int x = 20;", "System.out.println(x);\\nx + 1", "", "x;");
        assertEquals(Optional.of(1), cell(notebook, 0).number());
        assertEquals(List.of(), cell(notebook, 0).outputs());
        assertEquals(Optional.of(2), cell(notebook, 1).number());
        assertEquals(
                "[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":[\"20\\n\"]},"
                        + "{\"output_type\":\"execute_result\",\"execution_count\":2,"
                        + "\"data\":{\"text/plain\":[\"21\"]},\"metadata\":{}}]",
                cell(notebook, 1).outputs().toString().replace(", ", ","));
        assertEquals(Optional.empty(), cell(notebook, 2).number());
        assertEquals(Optional.of(3), cell(notebook, 3).number());
    }

    @Test
    void aFailedCellEndsTheRunAndLaterResultsAreCleared() throws IOException {
        var notebook = run(RunOptions.DEFAULT, "int zero = 0;", "1 / zero", "2");
        assertEquals(
                "error", cell(notebook, 1).outputs().getFirst().get("output_type").getAsString());
        assertEquals(List.of(), cell(notebook, 2).outputs());
        assertEquals(Optional.empty(), cell(notebook, 2).number());
        assertTrue(shown.toString(StandardCharsets.UTF_8).contains("1 / zero  ✗"));
    }

    @Test
    void errorsCanBeAllowed() throws IOException {
        var options = new RunOptions(Optional.empty(), true, Map.of());
        assertEquals(
                Optional.of(3), cell(run(options, "int zero = 0;", "1 / zero", "2"), 2).number());
    }

    @Test
    void anErrorOnPurposeIsNoFailure() throws IOException {
        var notebook = notebook("int zero = 0;", "1 / zero", "2");
        notebook.cells().set(1, Cell.code("b", "1 / zero", "raises-exception"));
        var reports = run(RunOptions.DEFAULT, notebook);
        assertEquals(3, reports.size());
        assertTrue(reports.stream().noneMatch(CellReport::failed));
    }

    @Test
    void aCellThatRunsTooLongIsStopped() throws IOException {
        var options = new RunOptions(Optional.of(Duration.ofMillis(300)), false, Map.of());
        var notebook = run(options, "while (true) {}");
        var error = cell(notebook, 0).outputs().getFirst();
        assertEquals("Timeout", error.get("ename").getAsString());
    }

    @Test
    void parametersAreSetBeforeTheyAreUsed() throws IOException {
        var notebook = notebook("n * 2");
        notebook.cells().addFirst(Cell.code("p", "int n = 1;", "parameters"));
        run(new RunOptions(Optional.empty(), false, Map.of("n", "21")), notebook);
        assertTrue(cell(notebook, 2).outputs().toString().contains("\"42\""));
    }

    @Test
    void theReportHasFailuresAndWhatDidNotRun() throws IOException {
        var notebook = notebook("int zero = 0;", "1 / zero", "", "later()");
        var reports = run(RunOptions.DEFAULT, notebook);
        Path target = folder.resolve("report.xml");
        RunReport.write(target, RunReport.suite(Path.of("lesson.ipynb"), notebook, reports));
        String xml = Files.readString(target);
        assertTrue(xml.contains("tests=\"3\" failures=\"1\" skipped=\"1\""), xml);
        assertTrue(xml.contains("message=\"/ by zero\""), xml);
        assertTrue(xml.contains("cell 4: later()\" classname=\"lesson.ipynb\"><skipped"), xml);
    }

    private static Cell cell(Notebook notebook, int index) {
        return notebook.cells().get(index);
    }

    private Notebook run(RunOptions options, String... sources) throws IOException {
        var notebook = notebook(sources);
        run(options, notebook);
        return notebook;
    }

    private List<CellReport> run(RunOptions options, Notebook notebook) {
        var progress = new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8), false);
        try (var shell = new Cells(() -> new Shell(ShellOptions.of(List.of())))) {
            return new NotebookRun(shell, options).run(notebook, progress);
        }
    }

    private Notebook notebook(String... sources) throws IOException {
        var cells = new java.util.StringJoiner(",");
        for (String source : sources) {
            cells.add(
                    "{\"cell_type\": \"code\", \"metadata\": {}, "
                            + OLD
                            + ", \"source\": \""
                            + source
                            + "\"}");
        }
        Path file = folder.resolve("lesson.ipynb");
        Files.writeString(file, "{\"nbformat\": 4, \"cells\": [" + cells + "]}");
        return Notebook.read(file);
    }
}
