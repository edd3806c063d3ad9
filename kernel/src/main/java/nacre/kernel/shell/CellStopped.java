package nacre.kernel.shell;

/// Thrown in the middle of a cell that has to stop; an `Error`, so that `catch (Exception e)` lets
/// it through.
final class CellStopped extends Error {
    private static final long serialVersionUID = 1;

    /// The one there is: without a stack trace all are alike.
    static final CellStopped NOW = new CellStopped();

    private CellStopped() {
        super("the cell was stopped", null, false, false);
    }
}
