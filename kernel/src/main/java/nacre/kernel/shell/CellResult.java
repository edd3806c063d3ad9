package nacre.kernel.shell;

import java.util.Optional;
import nacre.display.Display;

/// How a cell ended: well, with an error, or stopped.
public sealed interface CellResult {

    /// The cell ran to its end.
    ///
    /// @param display its last expression, unless that ends with `;` or there is none
    record Value(Optional<Display> display) implements CellResult {}

    /// The cell did not compile, or it threw.
    record Failure(CellError error) implements CellResult {}

    /// The cell was stopped by [Shell#interrupt()].
    ///
    /// @param error says so, and what still runs if something could not be stopped
    record Interrupted(CellError error) implements CellResult {}
}
