package nacre.tests.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nacre.tests.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./nacre` of this repository, from another folder.
class LauncherIT {
    @TempDir private Path folder;

    @Test
    void aNotebookRunsInItsOwnFolderAndIsNamedFromTheUsers() throws Exception {
        Path lessons = Files.createDirectories(folder.resolve("my lessons"));
        notebook(
                lessons.resolve("a.ipynb"),
                "Files.writeString(Path.of(\\\"here.txt\\\"), \\\"x\\\");");
        var ended = nacre("", "run", "my lessons/a.ipynb");
        assertEquals(0, ended.code(), ended.output());
        assertTrue(
                ended.output().contains("Wrote my lessons/a.ipynb and my lessons/a.html."),
                ended.output());
        assertTrue(Files.exists(lessons.resolve("here.txt")));
    }

    @Test
    void nothingIsToldThatAStudentDidNotAskFor() throws Exception {
        notebook(folder.resolve("a.ipynb"), "1 + 1");
        assertFalse(nacre("", "run", "a.ipynb").output().contains("WARNING"));
        assertEquals("2\n", nacre("1 + 1\n", "repl").output());
    }

    @Test
    void aRunThatIsStoppedLeavesTheNotebookAsItWas() throws Exception {
        Path file = notebook(folder.resolve("a.ipynb"), "int x = 1;", "Thread.sleep(100_000);");
        String before = Files.readString(file);
        Process run = start("run", "a.ipynb");
        try (var output = run.inputReader()) {
            for (String line = output.readLine(); line != null && !line.contains("1/2"); ) {
                line = output.readLine();
            }
            List<ProcessHandle> children = run.descendants().toList();
            assertFalse(children.isEmpty());
            run.toHandle().destroy(); // Process.destroy would close what is read below
            String last = output.lines().collect(Collectors.joining("\n"));
            assertTrue(last.contains("The notebook that was running is as it was before."), last);
            assertTrue(run.waitFor(2, TimeUnit.MINUTES));
            for (ProcessHandle child : children) {
                child.onExit().get(2, TimeUnit.MINUTES);
            }
        }
        assertEquals(before, Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void aPortInUseIsOneMessage() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ended =
                    nacre(
                            "",
                            "notebook",
                            "--no-browser",
                            "--port",
                            String.valueOf(taken.getLocalPort()));
            assertEquals(2, ended.code(), ended.output());
            assertTrue(
                    ended.output().contains("Port " + taken.getLocalPort() + " is in use."),
                    ended.output());
            assertEquals(1, ended.output().lines().count(), ended.output());
        }
    }

    @Test
    void aMissingNotebookAndAWrongOptionAreOneMessageEach() throws Exception {
        notebook(folder.resolve("06-dense.ipynb"), "1");
        var missing = nacre("", "run", "6-dense.ipynb");
        assertEquals(2, missing.code());
        assertEquals(
                "There is no notebook 6-dense.ipynb. Did you mean 06-dense.ipynb?\n",
                missing.output());
        assertEquals(2, nacre("", "run", "06-dense.ipynb", "--timeout", "-1").code());
    }

    @Test
    void parityHoldsCasesAgainstTheLibraryAndKnowsWhatWasMeant() throws Exception {
        Path cases = Files.createDirectories(folder.resolve("my cases"));
        Files.writeString(
                cases.resolve("relu.json"),
                """
                {"format": 1, "group": "curves", "cases": [
                {"id": "relu", "kind": "activation", "activation": "relu", "kwargs": {},
                 "input": {"shape": [2], "dtype": "float32", "data": [-1, 2]},
                 "output": {"shape": [2], "dtype": "float32", "data": [0, 2]}}]}""");
        var right = nacre("", "parity", "my cases", "--group", "curves", "--json", "out.json");
        assertEquals(0, right.code(), right.output());
        assertTrue(right.output().contains("curves"), right.output());
        assertTrue(Files.readString(folder.resolve("out.json")).contains("\"passed\""));
        var group = nacre("", "parity", "my cases", "--group", "curve");
        assertEquals(2, group.code());
        assertEquals("There is no group curve in my cases. Did you mean curves?\n", group.output());
        var missing = nacre("", "parity", "my case");
        assertEquals("There is no folder my case. Did you mean my cases?\n", missing.output());
    }

    @Test
    void docsWritesThePageOfAllLayersAndSaysWhere() throws Exception {
        var ended = nacre("", "docs", "my docs/layers.html");
        assertEquals("All layers, on one page: my docs/layers.html\n", ended.output());
        String page = Files.readString(folder.resolve("my docs/layers.html"));
        assertTrue(page.contains("<section id=\"Conv2D\">"));
    }

    @Test
    void theDoctorKnowsTheJdkAndTheKernel() throws Exception {
        var ended = nacre("", "doctor");
        assertTrue(ended.output().contains("JDK"), ended.output());
        assertTrue(ended.output().contains("kernel"), ended.output());
    }

    @Test
    void whatACommandHasNoUseForIsRefusedBeforeAnythingIsDone() throws Exception {
        for (String command : List.of("build", "doctor")) {
            var ended = nacre("", command, "nonsense");
            assertEquals(2, ended.code(), ended.output());
            assertTrue(ended.output().startsWith(command + " has no use for nonsense;"));
            assertTrue(nacre("", command, "--help").output().contains("./nacre " + command));
        }
    }

    private Path notebook(Path file, String... cells) throws IOException {
        var json = new StringJoiner(",");
        for (String cell : cells) {
            json.add(
                    "{\"cell_type\": \"code\", \"metadata\": {}, \"outputs\": [], \"execution_count\": null, \"source\": \""
                            + cell
                            + "\"}");
        }
        return Files.writeString(
                file,
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": ["
                        + json
                        + "]}");
    }

    private Sandbox.Ended nacre(String input, String... arguments) throws Exception {
        Process process = start(arguments);
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        return Sandbox.end(process);
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Repository.ROOT.resolve("nacre").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
