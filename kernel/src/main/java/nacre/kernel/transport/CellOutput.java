package nacre.kernel.transport;

import java.util.Map;
import nacre.display.Display;

/// Where a cell's output goes: under that cell, also when a thread prints after the cell has ended.
///
/// May be used from any thread. A thread that prints faster than the front end reads is made to
/// wait.
public interface CellOutput {
    /// Prints.
    void stdout(String text);

    /// Prints on the error stream.
    void stderr(String text);

    /// Shows something and keeps a handle to replace it.
    Shown show(Display display);

    /// Puts something newer in the place of what this cell or an earlier one has shown.
    void update(Shown shown, Display newer);

    /// Removes what the cell has shown; with `wait` only when something new comes.
    void clear(boolean wait);

    /// Asks the person at the front end for one line, and waits for it.
    ///
    /// @throws IllegalStateException if the front end cannot ask
    /// @throws java.util.concurrent.CancellationException if the waiting thread is interrupted
    String input(String prompt, boolean password);

    /// Adds an action for the front end to the reply, such as `{source: "set_next_input", text:
    /// "…"}`.
    void payload(Map<String, ?> action);

    /// Something that is shown and can be replaced.
    ///
    /// @param id the name under which front ends know it
    record Shown(String id) {}
}
