package nacre.kernel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import nacre.kernel.shell.Shell;

/// Gives memory back when no cell has run for a moment.
///
/// Java's simplest collector starts quickest and needs least, but lets the heap grow up to its
/// limit before it clears all of it: after a thousand cells it had 2.2 GB, of which 0.1 were in
/// use.
final class IdleMemory {
    private static final int PAUSE = 2_000; // ms
    private static final long LITTLE = 96 << 20;

    private final Function<Runnable, Future<?>> afterPause;
    private final LongSupplier size;
    private final Runnable collector;
    private Future<?> next = CompletableFuture.completedFuture(null);
    private volatile long enough = LITTLE;

    IdleMemory() {
        this(clock(), Runtime.getRuntime()::totalMemory, Shell::clearMemory);
    }

    /// @param afterPause does something after a moment, unless it is cancelled before
    /// @param size the bytes that the heap takes
    /// @param collector clears the heap
    IdleMemory(Function<Runnable, Future<?>> afterPause, LongSupplier size, Runnable collector) {
        this.afterPause = afterPause;
        this.size = size;
        this.collector = collector;
    }

    private static Function<Runnable, Future<?>> clock() {
        ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("nacre-memory").factory());
        return action -> clock.schedule(action, PAUSE, TimeUnit.MILLISECONDS);
    }

    /// No cell runs; from now on the moment counts.
    synchronized void idle() {
        next.cancel(false);
        next = afterPause.apply(this::collect);
    }

    /// A cell is about to run.
    synchronized void inUse() {
        next.cancel(false);
    }

    private void collect() {
        if (size.getAsLong() > enough) {
            collector.run();
            enough = Math.max(LITTLE, 2 * size.getAsLong());
        }
    }
}
