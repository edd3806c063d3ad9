package nacre.kernel;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Gives memory back when no cell has run for a moment.
///
/// Java's simplest collector starts quickest and needs least, but lets the heap grow up to its
/// limit before it clears all of it: after a thousand cells it had 2.2 GB, of which 0.1 were in
/// use.
final class IdleMemory {
    private static final int PAUSE = 2_000;
    private static final long LITTLE = 96 << 20;

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("nacre-memory").factory());
    private Future<?> next = clock.schedule(() -> {}, 0, TimeUnit.MILLISECONDS);
    private volatile long enough = LITTLE;

    /// No cell runs; from now on the moment counts.
    synchronized void idle() {
        next.cancel(false);
        next = clock.schedule(this::collect, PAUSE, TimeUnit.MILLISECONDS);
    }

    /// A cell is about to run.
    synchronized void inUse() {
        next.cancel(false);
    }

    private void collect() {
        if (Runtime.getRuntime().totalMemory() > enough) {
            System.gc();
            enough = Math.max(LITTLE, 2 * Runtime.getRuntime().totalMemory());
        }
    }
}
