package nacre.kernel.runner;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nacre.kernel.magics.Cells;
import nacre.kernel.notebook.Notebook;
import nacre.kernel.notebook.SafeFile;
import nacre.kernel.notebook.Trouble;
import nacre.kernel.page.NotebookPage;
import nacre.kernel.shell.CellError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `nacre run`: runs notebooks, writes them with their outputs and a page of each.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Run notebooks without Jupyter; write them with their outputs, and a web page of each.",
        footer = {
            "",
            "Exit code: 0 if all cells ran, 1 if a cell failed, 2 if a file or an option is wrong.",
            "A run that is stopped (Ctrl-C) changes no file."
        })
public final class RunCommand implements Callable<Integer> {
    private static final int CELL_FAILED = 1; // an exit code; those above tell other troubles

    private static final Pattern LINE = Pattern.compile("\\bline (\\d+)");

    @Parameters(paramLabel = "NOTEBOOK", arity = "1..*", description = "Notebook files (.ipynb).")
    private List<Path> notebooks = List.of();

    @Option(
            names = "--html",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Write a page beside each notebook (default); --no-html: only the notebook.")
    private boolean html = true;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Write there and leave the notebooks as they are.")
    private @Nullable Path output;

    @Option(
            names = "-p",
            paramLabel = "NAME=VALUE",
            description = "Set a value of the cell with the tag `parameters`, as in -p epochs=5.")
    private List<String> parameters = List.of();

    @Option(
            names = {"--timeout", "--time-limit"},
            paramLabel = "SECONDS",
            description = "Stop a cell that runs longer.")
    private @Nullable Double timeout;

    @Option(
            names = "--allow-errors",
            description = "Go on after a cell that fails, and exit with 0.")
    private boolean allowErrors;

    @Option(
            names = "--fail-fast",
            description = "Leave out the other notebooks after one that fails.")
    private boolean failFast;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the results as JUnit XML.")
    private @Nullable Path report;

    private final Class<?> main;
    private final Supplier<Cells> sessions;
    private final PrintStream out = System.out; // before a shell takes System.out for its cells
    private final PrintStream err = System.err;

    /// @param main the class whose `main` has this command, should it have to be started again
    /// @param sessions opens a fresh session for each notebook
    public RunCommand(Class<?> main, Supplier<Cells> sessions) {
        this.main = main;
        this.sessions = sessions;
    }

    @Override
    public Integer call() {
        var options =
                new RunOptions(
                        Optional.ofNullable(timeout).map(RunCommand::limit),
                        allowErrors,
                        nacre.kernel.runner.Parameters.of(parameters));
        Optional<Path> base = NotebookProcess.base();
        if (base.isPresent()) {
            return runHere(options, new Places(base.get(), Optional.ofNullable(output)));
        }
        check(new Places(Path.of(""), Optional.ofNullable(output)));
        return report == null ? runAll(List.of(), _ -> {}) : runAndReport(report);
    }

    /// Finds what is wrong before anything runs.
    private void check(Places places) {
        for (Path notebook : notebooks) {
            Notebook.read(notebook).requireJava();
            places.check(notebook);
        }
        if (report != null) {
            SafeFile.check(report, "--report");
        }
    }

    /// Runs each notebook in a process of its own.
    ///
    /// @param more options for those processes
    /// @param withoutResult is told the notebooks that were left out or could not be run
    /// @return the worst exit code
    private int runAll(List<String> more, Consumer<Path> withoutResult) {
        var process = new NotebookProcess(main, command(more), err);
        int worst = 0;
        for (Path notebook : once(notebooks)) {
            boolean isLeftOut = worst != 0 && failFast;
            int code = isLeftOut ? 0 : process.run(notebook);
            if (isLeftOut || code > CELL_FAILED) {
                withoutResult.accept(notebook);
            }
            worst = Math.max(worst, code);
        }
        return worst;
    }

    /// A pattern of files and a name may mean the same notebook.
    private static List<Path> once(List<Path> notebooks) {
        var seen = new HashSet<Path>();
        return notebooks.stream()
                .filter(each -> seen.add(each.toAbsolutePath().normalize()))
                .toList();
    }

    /// The same with a report: each process adds the suite of its notebook to a file.
    private int runAndReport(Path target) {
        try {
            Path suites = Files.createTempFile("nacre-run", ".xml");
            try {
                int worst =
                        runAll(
                                List.of("--report", suites.toString()),
                                notebook -> append(suites, skipped(notebook)));
                RunReport.write(target, Files.readString(suites));
                return worst;
            } finally {
                Files.delete(suites);
            }
        } catch (IOException e) {
            throw new Trouble("Cannot make the report " + target + ": " + e.getMessage(), e);
        }
    }

    private static String skipped(Path notebook) {
        return RunReport.suite(notebook, Notebook.read(notebook), List.of());
    }

    /// This command again, without the notebooks and the report, and with more options.
    private List<String> command(List<String> more) {
        var command = new ArrayList<>(List.of("run", html ? "--html" : "--no-html"));
        parameters.forEach(each -> command.addAll(List.of("-p", each)));
        if (output != null) {
            command.addAll(List.of("--output", output.toString()));
        }
        if (timeout != null) {
            command.addAll(List.of("--timeout", timeout.toString()));
        }
        if (allowErrors) {
            command.add("--allow-errors");
        }
        command.addAll(more);
        return command;
    }

    /// In the process of one notebook.
    private int runHere(RunOptions options, Places places) {
        Path named = notebooks.getFirst();
        Notebook notebook = Notebook.read(places.notebook(named));
        List<CellReport> cells;
        try (var notice = new StopNotice(err)) {
            cells = run(named, notebook, options, places);
            notice.done();
        }
        if (report != null) {
            append(report, RunReport.suite(named, notebook, cells));
        }
        return !allowErrors && cells.stream().anyMatch(CellReport::failed) ? CELL_FAILED : 0;
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CellReport> run(Path named, Notebook notebook, RunOptions options, Places places) {
        out.println(named);
        var progress = new Progress(out, System.console() != null && System.console().isTerminal());
        List<CellReport> cells;
        try (Cells session = sessions.get()) {
            cells = new NotebookRun(session, options).run(notebook, progress);
        }
        Path result = places.result(named);
        notebook.write(result);
        String written = places.shown(result);
        if (html) {
            Path page = places.page(named);
            SafeFile.write(page, NotebookPage.of(notebook));
            written += " and " + places.shown(page);
        }
        var time = cells.stream().map(CellReport::time).reduce(Duration.ZERO, Duration::plus);
        cells.stream().filter(CellReport::failed).forEach(cell -> explain(named, cell));
        out.println(
                "  "
                        + cells.size()
                        + (cells.size() == 1 ? " cell in " : " cells in ")
                        + Progress.seconds(time)
                        + ". Wrote "
                        + written
                        + ".");
        return cells;
    }

    /// Says which cell failed, where, and how.
    private void explain(Path notebook, CellReport cell) {
        CellError error = cell.error().orElseThrow();
        String story = String.join("\n", error.traceback());
        var line = LINE.matcher(story);
        String where = line.find() ? ", line " + line.group(1) : "";
        out.flush();
        err.println(
                notebook
                        + ": cell "
                        + cell.position()
                        + " (In ["
                        + cell.number()
                        + "])"
                        + where
                        + " failed.");
        err.println(story.isBlank() ? error.name() + ": " + error.message() : story);
        err.flush();
    }

    private static Duration limit(double seconds) {
        if (!(seconds > 0)) {
            throw new Trouble(
                    "--timeout needs a number of seconds above 0; it got " + seconds + ".");
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
