package nacre.kernel.transport;

import java.util.Optional;
import nacre.display.Display;

/// What stands behind the protocol: something that runs cells and helps to write them.
///
/// `begins`, `execute`, `complete`, `inspect`, `isComplete` and `call` come from one thread, one
/// after the other; `interrupt` comes from another while they run. Cursors count UTF-16 units, as
/// everywhere in Java.
public interface KernelService {
    /// Who answers: names, versions, links.
    About about();

    /// Says that a cell comes: until [#ended] a stop is meant for it, even if it does not run yet.
    default void begins() {}

    /// Says that all is done that belongs to a cell.
    default void ended() {}

    /// Runs one cell to its end and says what became of it.
    Outcome execute(Cell cell, CellOutput output);

    /// What could stand at the cursor.
    Completions complete(String code, int cursor);

    /// Help on what is at the cursor; `detail` 0 is short, 1 is everything.
    Optional<Display> inspect(String code, int cursor, int detail);

    /// Whether a console should run `code` or ask for another line.
    Completeness isComplete(String code);

    /// Stops what runs now; does nothing when nothing runs.
    void interrupt();

    /// Runs the callback of a widget; whatever it prints goes to `output`.
    default void call(Runnable callback, CellOutput output) {
        callback.run();
    }
}
