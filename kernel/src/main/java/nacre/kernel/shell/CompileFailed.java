package nacre.kernel.shell;

/// Ends the compiling of a cell; carries what the learner is told.
final class CompileFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CellError error;

    private final boolean lacksSemicolon;

    CompileFailed(CellError error) {
        this(error, false);
    }

    /// @param lacksSemicolon whether javac has missed a semicolon
    CompileFailed(CellError error, boolean lacksSemicolon) {
        super(error.message(), null, false, false);
        this.error = error;
        this.lacksSemicolon = lacksSemicolon;
    }

    boolean lacksSemicolon() {
        return lacksSemicolon;
    }

    CellError error() {
        return error;
    }
}
