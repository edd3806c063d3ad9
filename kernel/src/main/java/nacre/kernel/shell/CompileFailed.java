package nacre.kernel.shell;

import java.util.List;

/// Ends the compiling of a cell; carries what the learner is told.
final class CompileFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CellError error;

    private final transient List<String> lost;
    private final boolean lacksSemicolon;

    CompileFailed(CellError error) {
        this(error, List.of(), false);
    }

    /// @param lacksSemicolon whether javac has missed a semicolon
    CompileFailed(CellError error, boolean lacksSemicolon) {
        this(error, List.of(), lacksSemicolon);
    }

    private CompileFailed(CellError error, List<String> lost, boolean lacksSemicolon) {
        super(error.message(), null, false, false);
        this.error = error;
        this.lost = lost;
        this.lacksSemicolon = lacksSemicolon;
    }

    /// The same of a cell that had harmed others before it failed.
    CompileFailed losing(List<String> lost) {
        return new CompileFailed(error, List.copyOf(lost), lacksSemicolon);
    }

    /// What of earlier cells is gone, in a sentence each.
    List<String> lost() {
        return lost;
    }

    boolean lacksSemicolon() {
        return lacksSemicolon;
    }

    CellError error() {
        return error;
    }
}
