package nacre.kernel.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nacre.display.Display;
import nacre.kernel.magics.Cells;
import nacre.kernel.notebook.Cell;
import nacre.kernel.notebook.Notebook;
import nacre.kernel.shell.CellError;
import nacre.kernel.shell.CellResult;

/// Runs the cells of a notebook in order and stores in each what it gave.
final class NotebookRun {
    /// Cells with this tag show an error on purpose.
    private static final String RAISES = "raises-exception";

    private static final int AGAIN = 200; // milliseconds between two stops of a cell that is late

    private final Cells cells;
    private final RunOptions options;
    private boolean left; // a cell has said `%exit`

    NotebookRun(Cells cells, RunOptions options) {
        this.cells = cells;
        this.options = options;
    }

    /// Runs all code cells, or those up to the first error; the results of the cells that did not
    /// run are cleared.
    ///
    /// @return the cells that ran
    List<CellReport> run(Notebook notebook, Progress progress) {
        Parameters.inject(notebook.cells(), options.parameters());
        notebook.cells().stream().filter(Cell::isCode).forEach(Cell::clear);
        cells.isComplete("0"); // waits for JShell, so that its start is not the first cell's time
        var reports = new ArrayList<CellReport>();
        int total = notebook.cells().size();
        for (int i = 0; i < total; i++) {
            Cell cell = notebook.cells().get(i);
            if (!isRun(cell)) {
                continue;
            }
            progress.start(i + 1, total, CellReport.title(cell.source()));
            var report = run(cell, i + 1, reports.size() + 1);
            reports.add(report);
            progress.end(report, total);
            if (left || (report.failed() && !options.allowErrors())) {
                break;
            }
        }
        return reports;
    }

    /// Whether there is something in it to run.
    static boolean isRun(Cell cell) {
        return cell.isCode() && !cell.source().isBlank();
    }

    private CellReport run(Cell cell, int position, int number) {
        var outputs = new Outputs();
        long start = System.nanoTime();
        CellResult result = withTimeout(cell.source(), number, outputs);
        var time = Duration.ofNanos(System.nanoTime() - start);
        Optional<CellError> error =
                switch (result) {
                    case CellResult.Value(Optional<Display> display) -> {
                        display.ifPresent(shown -> outputs.result(shown, number));
                        yield Optional.empty();
                    }
                    case CellResult.Failure(CellError failure) -> Optional.of(failure);
                    case CellResult.Interrupted(CellError stop) -> Optional.of(stop);
                };
        left = outputs.isLeft();
        error.ifPresent(outputs::error);
        cell.result(number, outputs.json());
        return new CellReport(
                position,
                number,
                CellReport.title(cell.source()),
                time,
                error,
                cell.hasTag(RAISES));
    }

    private CellResult withTimeout(String code, int number, Outputs outputs) {
        if (options.timeout().isEmpty()) {
            return cells.run(code, number, outputs);
        }
        Duration limit = options.timeout().get();
        var late = new AtomicBoolean();
        CellResult result;
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleWithFixedDelay(
                    () -> {
                        late.set(true);
                        cells.interrupt(); // again and again, should the cell not have begun yet
                    },
                    limit.toMillis(),
                    AGAIN,
                    TimeUnit.MILLISECONDS);
            result = cells.run(code, number, outputs);
        }
        boolean stopped = late.get() && result instanceof CellResult.Interrupted;
        return stopped ? new CellResult.Interrupted(tooLong(limit)) : result;
    }

    private static CellError tooLong(Duration limit) {
        String seconds = "%.0f".formatted(limit.toMillis() / 1000.0);
        String message =
                "The cell was stopped after " + seconds + " s, the limit given with --timeout.";
        return CellError.of("Timeout", message, "", "", "");
    }
}
