package nacre.kernel;

import java.util.List;
import java.util.function.Supplier;
import nacre.kernel.magics.Cells;
import nacre.kernel.transport.CellOutput;
import org.jspecify.annotations.Nullable;

/// What a Stop does: it stops the cell that runs; between cells it says what still runs, and said
/// once more it ends that.
final class Stops {
    private static final int PAUSE = 300; // ms
    private static final int AGAIN = 20; // ms
    private static final int LONGER = 700; // ms, until what hears nothing is ended

    private final Supplier<Cells> cells;
    private final Object turn = new Object(); // held when a cell begins, ends or is stopped
    private volatile @Nullable Object executing; // another for each cell
    private volatile @Nullable CellOutput last;
    private volatile @Nullable CellOutput told; // the last cell when it was said what still runs

    Stops(Supplier<Cells> cells) {
        this.cells = cells;
    }

    void begins() {
        synchronized (turn) {
            executing = new Object();
        }
    }

    void ended() {
        synchronized (turn) {
            executing = null;
        }
    }

    boolean isBusy() {
        return executing != null;
    }

    /// The cell that runs now writes here; so does what a Stop has to say after it.
    void writesTo(CellOutput output) {
        last = output;
    }

    /// Returns at once.
    void stop() {
        Object cell = executing;
        stop(cell);
        Thread.ofPlatform()
                .daemon()
                .name("nacre-stop")
                .start(cell == null ? this::stopBetweenCells : () -> keepStopping(cell));
    }

    /// A stop may come between the moments in which the kernel is busy and the cell has begun: then
    /// it is said again.
    private void keepStopping(Object cell) {
        while (executing == cell) {
            stop(cell);
            sleep(AGAIN);
        }
    }

    /// Stops what runs, but not a cell that has begun since.
    private void stop(@Nullable Object cell) {
        Cells session = cells.get();
        synchronized (turn) {
            if (executing == cell) {
                session.interrupt();
            }
        }
    }

    /// Those of the cell before may just be ending; and a cell that begins meanwhile is no news.
    private void stopBetweenCells() {
        boolean again = last != null && told == last;
        if (again) {
            cells.get().stopRest();
        }
        sleep(again ? LONGER : PAUSE);
        CellOutput output = last;
        if (executing != null || output == null) {
            return;
        }
        List<String> running = cells.get().stillRunning();
        if (last != output || running.isEmpty() && !again) {
            return;
        }
        told = again ? null : output;
        output.stdout(running.isEmpty() ? "Nothing runs any more.\n" : said(running, again));
    }

    private static String said(List<String> running, boolean again) {
        return StillRunning.told(running)
                + (again
                        ? "This cannot be stopped; %restart ends it, with all variables.\n"
                        : "Stop once more to end it.\n");
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            // then at once
        }
    }
}
