package nacre.compute;

/// Says that a computation stopped because its thread was interrupted; the thread's interrupt flag
/// stays set.
public final class Interrupted extends RuntimeException {
    private static final ScopedValue<Boolean> HELD_OFF = ScopedValue.newInstance();

    public Interrupted() {
        super("The computation was interrupted before it was done.");
    }

    /// Throws if the current thread is interrupted, or helps one whose region has failed.
    public static void check() {
        Thread here = Thread.currentThread();
        boolean wanted =
                here instanceof Worker worker
                        ? worker.isInVain()
                        : here.isInterrupted() && !HELD_OFF.isBound();
        if (wanted) {
            throw new Interrupted();
        }
    }

    /// Does a piece of work that must not stop halfway, such as moving all weights: an interrupt
    /// waits until it is done.
    public static void holdOff(Runnable work) {
        ScopedValue.where(HELD_OFF, true).run(work);
    }
}
