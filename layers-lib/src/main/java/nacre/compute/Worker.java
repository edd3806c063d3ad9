package nacre.compute;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A thread of the pool: waits for a region, helps with it, waits again.
final class Worker extends Thread {
    /// Nanoseconds of looking for work before sleeping: longer than what one thread does alone
    /// between the regions of a step.
    private static final long PATIENCE = 500_000;

    private static final int SPINS = 50; // between two looks at the clock

    private final AtomicReference<@Nullable Region> offered = new AtomicReference<>();
    private final int number;
    private volatile boolean asleep;
    private @Nullable Region region; // that it helps with

    /// @param number which part of a region is its own; part 0 is the caller's
    Worker(int number) {
        super("nacre-worker-" + number);
        this.number = number;
        setDaemon(true);
    }

    /// Hands over work; an offer that was not taken yet is replaced, as its region is over by then.
    void offer(Region region) {
        offered.set(region);
        if (asleep) {
            LockSupport.unpark(this);
        }
    }

    @Override
    public void run() {
        while (true) {
            region = next();
            region.work(number);
            region = null;
        }
    }

    /// Whether the region has failed that it helps with, so that its chunk need not be finished.
    boolean isInVain() {
        return region != null && region.hasFailed();
    }

    private Region next() {
        long end = System.nanoTime() + PATIENCE;
        for (int spins = 1; offered.get() == null; spins++) {
            if (spins % SPINS != 0 || System.nanoTime() < end) {
                Thread.onSpinWait();
            } else {
                asleep = true;
                if (offered.get() == null) {
                    LockSupport.park(this);
                }
                asleep = false;
                Thread.interrupted(); // whoever sent it; with it no park would wait any more
            }
        }
        return Objects.requireNonNull(offered.getAndSet(null)); // nobody else takes it
    }
}
