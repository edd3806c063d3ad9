package nacre.kernel.shell;

/// Ends the compiling of a cell; carries what the learner is told.
final class CompileFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CellError error;

    CompileFailed(CellError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    CellError error() {
        return error;
    }
}
