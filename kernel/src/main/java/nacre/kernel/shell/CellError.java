package nacre.kernel.shell;

import java.util.List;
import nacre.display.Display;

/// What went wrong in a cell, in words for a learner.
///
/// @param name the kind of error: an exception's class name, or `CompileError`
/// @param message one line that says what is wrong
/// @param traceback the whole story as lines of plain text: message, own line with a caret, own
///   frames, causes
/// @param colored the same lines in the colours of a terminal
/// @param card the same as a compact HTML card, and what the lines leave out: the full trace, the
///   compiler's own words
public record CellError(
        String name, String message, List<String> traceback, List<String> colored, Display card) {
    public CellError {
        traceback = List.copyOf(traceback);
        colored = List.copyOf(colored);
    }

    /// An error that no Java code has thrown, such as that of a magic.
    ///
    /// @param where how its place is called, as in `Cell [3], line 2`; empty if it has none
    /// @param line the learner's own line there
    /// @param hint what to do about it; may be empty
    public static CellError of(
            String name, String message, String where, String line, String hint) {
        var story = new Story(name, message);
        if (!where.isEmpty()) {
            story.at(new Cell.Spot(where, 0, 0, line), where, 0);
        }
        return story.hint(hint).error();
    }
}
