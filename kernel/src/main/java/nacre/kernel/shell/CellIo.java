package nacre.kernel.shell;

import nacre.display.Display;
import nacre.display.Screen;

/// Where the output of a cell goes and its input comes from; whoever runs a cell hands one over.
///
/// Calls come one at a time and in the order in which the cell made them, from whatever thread.
public interface CellIo {

    /// Takes text that the cell printed; many prints come as one call.
    void stdout(String text);

    /// Takes text that the cell printed to the error stream.
    void stderr(String text);

    /// Shows a display and keeps a handle to it: `display(x)` in a cell.
    Screen.Live show(Display display);

    /// Puts something newer in the place of what this cell or an earlier one has shown.
    default void update(Screen.Live shown, Display newer) {
        shown.update(newer);
    }

    /// Removes what the cell has shown; with `wait` only when something new comes. A place where
    /// what was said is said leaves it.
    default void clear(boolean wait) {}

    /// Asks the learner for one line, without its line end.
    ///
    /// Waits until it is there; when the waiting thread is interrupted it gives up by throwing
    /// [java.util.concurrent.CancellationException].
    String input(String prompt, boolean password);
}
