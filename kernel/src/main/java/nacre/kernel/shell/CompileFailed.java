package nacre.kernel.shell;

import java.util.List;

/// Ends the compiling of a cell; carries what the learner is told.
final class CompileFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CellError error;

    private final transient List<String> lost;

    CompileFailed(CellError error) {
        this(error, List.of());
    }

    private CompileFailed(CellError error, List<String> lost) {
        super(error.message(), null, false, false);
        this.error = error;
        this.lost = lost;
    }

    /// The same of a cell that had harmed others before it failed.
    CompileFailed losing(List<String> lost) {
        return new CompileFailed(error, List.copyOf(lost));
    }

    /// What of earlier cells is gone, in a sentence each.
    List<String> lost() {
        return lost;
    }

    CellError error() {
        return error;
    }
}
