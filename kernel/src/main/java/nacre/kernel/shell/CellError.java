package nacre.kernel.shell;

import java.util.List;
import nacre.display.Display;

/// What went wrong in a cell, in words for a learner.
///
/// @param name the kind of error: an exception's class name, or `CompileError`
/// @param message one line that says what is wrong
/// @param traceback the whole story as lines of plain text: message, own line with a caret, own
///   frames, causes
/// @param card the same as a compact HTML card, with the text as `text/plain`
public record CellError(String name, String message, List<String> traceback, Display card) {
    public CellError {
        traceback = List.copyOf(traceback);
    }
}
