package nacre.kernel.shell;

/// Thrown in the middle of javac when its cell has to stop; an `IllegalStateException`, for any
/// other javac takes for a mistake of its own and prints that.
final class CompilerStopped extends IllegalStateException {
    private static final long serialVersionUID = 1;

    CompilerStopped() {
        super("the cell was stopped");
    }
}
