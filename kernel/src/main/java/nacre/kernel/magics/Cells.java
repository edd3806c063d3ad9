package nacre.kernel.magics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nacre.display.Display;
import nacre.kernel.magics.Segment.Use;
import nacre.kernel.shell.Cell;
import nacre.kernel.shell.CellError;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Completeness;
import nacre.kernel.shell.Completion;
import nacre.kernel.shell.Definition;
import nacre.kernel.shell.Shell;

/// Runs cells of Java and magics: the shell with what [Magics] add to it.
///
/// All methods can be called from any thread; cells run one after the other.
public final class Cells implements AutoCloseable {
    private static final int REMEMBERED = 1_000;

    /// A cell that was run.
    record Past(int number, String code) {}

    private final Supplier<Shell> opener;
    private final Magics magics;
    private final List<Past> history = new ArrayList<>();
    private volatile Shell shell;
    private volatile boolean stopped;

    /// @param opener opens the shell in which the cells run, and a fresh one at each `%restart`
    public Cells(Supplier<Shell> opener) {
        this.opener = opener;
        this.shell = opener.get(); // first: it starts in the background
        this.magics = new Magics();
    }

    /// Does something once cells can run.
    public void whenReady(Runnable action) {
        shell.whenReady(action);
    }

    /// Runs a cell and waits for its end.
    ///
    /// @param number the cell's number, as in `In [3]`; [Cell#UNNUMBERED] leaves no trace in the
    ///   history
    public synchronized CellResult run(String code, int number, Front front) {
        stopped = false;
        if (number != Cell.UNNUMBERED) {
            history.add(new Past(number, code));
        }
        if (history.size() > REMEMBERED) {
            history.removeFirst();
        }
        return run(code, Place.cell(number, code), front);
    }

    /// Runs code that may be a part of a cell, or a file; the value is that of the last part.
    CellResult run(String code, Place place, Front front) {
        CellResult result = Call.DONE;
        for (Segment segment : segments(code)) {
            if (stopped) {
                return stopped(place);
            }
            result =
                    switch (segment) {
                        case Segment.Java java -> java(java.code(), place, front);
                        case Use use -> use(use, place, front);
                    };
            if (!(result instanceof CellResult.Value)) {
                return result;
            }
        }
        return result;
    }

    /// Whether there are no magics in it.
    boolean isJava(String code) {
        return segments(code).stream().allMatch(Segment.Java.class::isInstance);
    }

    private CellResult java(String code, Place place, Front front) {
        return shell.run(new Cell(place.number(), place.title(), code, place.text()), front);
    }

    private CellResult use(Use use, Place place, Front front) {
        try {
            Magic magic = magics.find(use.name());
            magics.refuseWords(use);
            return magic.run(new Call(use, this, place, front));
        } catch (MagicException e) {
            return new CellResult.Failure(error(e, use, place));
        }
    }

    static CellError error(MagicException problem, Use use, Place place) {
        return CellError.of(
                "MagicError",
                String.valueOf(problem.getMessage()),
                place.title() + ", line " + use.lineNumber(),
                use.line(),
                problem.hint());
    }

    private static CellResult stopped(Place place) {
        return new CellResult.Interrupted(
                CellError.of("Stopped", place.title() + " was stopped.", "", "", ""));
    }

    /// Stops the cell that runs now; does nothing if there is none.
    public void interrupt() {
        stopped = true;
        shell.interrupt();
    }

    /// What still runs of cells that have ended or were stopped, and where it is.
    public List<String> stillRunning() {
        return shell.stillRunning();
    }

    /// Stops that.
    public void stopRest() {
        shell.stopRest();
    }

    /// Does something else than a cell as if it were one: what it prints and shows goes to `front`.
    public CellResult work(String title, Shell.Work work, Front front) {
        return shell.work(title, work, front);
    }

    /// What could be typed at the cursor.
    ///
    /// @param cursor in UTF-16 units
    public Completion complete(String code, int cursor) {
        return MagicCompletion.of(code, cursor, magics, shell)
                .orElseGet(() -> shell.complete(javaOf(Ask.asCode(code, cursor)), cursor));
    }

    /// Help on what is at the cursor.
    ///
    /// @param cursor in UTF-16 units
    /// @param detail 0 for a short help, 1 for all there is
    public Optional<Display> inspect(String code, int cursor, int detail) {
        return Ask.magicAt(code, cursor, magics)
                .or(() -> shell.inspect(javaOf(code), cursor, detail));
    }

    /// Whether the code can run as it stands.
    public Completeness isComplete(String code) {
        if (code.stripLeading().startsWith("%%")) { // its body ends with an empty line
            boolean ended = code.endsWith("\n") && code.strip().contains("\n");
            return ended ? new Completeness.Complete() : new Completeness.Incomplete("");
        }
        String java = javaOf(code);
        return java.isBlank() && !code.isBlank()
                ? new Completeness.Complete()
                : shell.isComplete(java);
    }

    private List<Segment> segments(String code) {
        return hasOwnHelp(code) ? List.of(new Segment.Java(code)) : CellText.segments(code, magics);
    }

    private String javaOf(String code) {
        return hasOwnHelp(code) ? code : CellText.javaOf(code, magics);
    }

    /// Whether the learner has a method of that name.
    private boolean hasOwnHelp(String code) {
        return code.contains("help(")
                && shell.definitions().stream()
                        .filter(each -> each.kind() == Definition.Kind.METHOD)
                        .anyMatch(method -> method.name().startsWith("help("));
    }

    Shell shell() {
        return shell;
    }

    List<Past> history() {
        return List.copyOf(history);
    }

    /// Begins anew, as if the session had just been opened.
    void restart() {
        shell.close();
        shell = opener.get();
    }

    @Override
    public void close() {
        shell.close();
    }
}
