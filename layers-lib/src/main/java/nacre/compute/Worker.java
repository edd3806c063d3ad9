package nacre.compute;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A thread of the pool: waits for a region, helps with it, waits again.
final class Worker extends Thread {
    /// Turns of looking for work before sleeping: some microseconds, about the gap between two
    /// operations of a step.
    private static final int SPINS = 2_000;

    private final AtomicReference<@Nullable Region> offered = new AtomicReference<>();
    private volatile boolean asleep;

    Worker(int number) {
        super("nacre-worker-" + number);
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
            next().work(null);
        }
    }

    private Region next() {
        for (int spins = 0; offered.get() == null; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                asleep = true;
                if (offered.get() == null) {
                    LockSupport.park(this);
                }
                asleep = false;
                spins = 0;
                Thread.interrupted(); // whoever sent it; with it no park would wait any more
            }
        }
        return Objects.requireNonNull(offered.getAndSet(null)); // nobody else takes it
    }
}
