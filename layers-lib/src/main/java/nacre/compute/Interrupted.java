package nacre.compute;

/// Says that a computation stopped because its thread was interrupted; the thread's interrupt flag
/// stays set.
public final class Interrupted extends RuntimeException {
    public Interrupted() {
        super("The computation was interrupted before it was done.");
    }

    /// Throws if the current thread is interrupted.
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interrupted();
        }
    }
}
