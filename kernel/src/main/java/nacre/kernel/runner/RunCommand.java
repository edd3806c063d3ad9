package nacre.kernel.runner;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    private Map<String, String> parameters = new LinkedHashMap<>();

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
                        parameters);
        Optional<Path> base = FolderProcess.base();
        if (base.isPresent()) {
            return runHere(options, new Places(base.get(), Optional.ofNullable(output)));
        }
        check(new Places(Path.of(""), Optional.ofNullable(output)));
        return new FolderProcess(main, command(), err).run(notebooks, failFast);
    }

    /// Finds what is wrong before anything runs.
    private void check(Places places) {
        for (Path notebook : notebooks) {
            Notebook.read(notebook).requireJava();
            places.check(notebook);
        }
        if (report != null && FolderProcess.byFolder(notebooks).size() > 1) {
            throw new Trouble(
                    "--report takes the notebooks of one folder; run the folders one after the other.");
        }
    }

    /// This command again, without the notebooks.
    private List<String> command() {
        var command = new ArrayList<>(List.of("run", html ? "--html" : "--no-html"));
        parameters.forEach((name, value) -> command.addAll(List.of("-p", name + "=" + value)));
        if (output != null) {
            command.addAll(List.of("--output", output.toString()));
        }
        if (timeout != null) {
            command.addAll(List.of("--timeout", timeout.toString()));
        }
        if (report != null) {
            command.addAll(List.of("--report", report.toString()));
        }
        if (allowErrors) {
            command.add("--allow-errors");
        }
        if (failFast) {
            command.add("--fail-fast");
        }
        return command;
    }

    private int runHere(RunOptions options, Places places) {
        var results = new LinkedHashMap<Path, List<CellReport>>();
        boolean failed = false;
        try (var notice = new StopNotice(err)) {
            for (Path notebook : notebooks) {
                List<CellReport> cells = run(notebook, options, places);
                results.put(notebook, cells);
                failed |= !allowErrors && cells.stream().anyMatch(CellReport::failed);
                if (failed && failFast) {
                    break;
                }
            }
            notice.done();
        }
        if (report != null) {
            RunReport.write(places.base().resolve(report), results);
        }
        return failed ? 1 : 0;
    }

    private List<CellReport> run(Path named, RunOptions options, Places places) {
        var notebook = Notebook.read(places.notebook(named));
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
                        + " cells in "
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
