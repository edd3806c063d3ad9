package nacre.kernel.shell;

/// Thrown in the middle of a cell that has to stop; an `Error`, so that `catch (Exception e)` lets
// it through.
final class CellStopped extends Error {
    private static final long serialVersionUID = 1;

    CellStopped() {
        super("the cell was stopped", null, false, false);
    }
}
