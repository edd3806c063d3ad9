package nacre.compute;

/// Says that a computation stopped because its thread was interrupted; the thread's interrupt flag
/// stays set.
public final class Interrupted extends RuntimeException {
    private static final ScopedValue<Boolean> HELD_OFF = ScopedValue.newInstance();

    public Interrupted() {
        super("The computation was interrupted before it was done.");
    }

    /// Throws if the current thread is interrupted.
    public static void check() {
        if (Thread.currentThread().isInterrupted() && !HELD_OFF.isBound()) {
            throw new Interrupted();
        }
    }

    /// Does a piece of work that must not stop halfway, such as moving all weights: an interrupt
    /// waits until it is done.
    public static void holdOff(Runnable work) {
        ScopedValue.where(HELD_OFF, true).run(work);
    }
}
