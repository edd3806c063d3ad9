package nacre.kernel.transport;

import java.util.List;
import java.util.Optional;
import nacre.display.Display;

/// What became of a cell.
public sealed interface Outcome {
    /// It ran to its end; its last expression may have a value to show.
    record Value(Optional<Display> display) implements Outcome {}

    /// It failed or was stopped.
    ///
    /// @param name the kind of error, such as `ArithmeticException`
    /// @param message what it says
    /// @param traceback the lines to show, ANSI colours allowed; consoles and exports show nothing
    ///   else
    record Failure(String name, String message, List<String> traceback) implements Outcome {}
}
