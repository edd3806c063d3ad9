package nacre.compute;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One loop that several threads share: each claims the next chunk until none is left.
final class Region {
    /// Turns of waiting before the caller lets another thread of the machine run.
    private static final int SPINS = 5_000;

    final int chunks;
    private final Threads.Range body;
    private final int n;
    private final int chunk;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    Region(Threads.Range body, int n, int chunk, int chunks) {
        this.body = body;
        this.n = n;
        this.chunk = chunk;
        this.chunks = chunks;
    }

    /// Works until no chunk is left. If `caller` is interrupted or a chunk fails, the chunks not
    /// begun are dropped.
    void work(@Nullable Thread caller) {
        int claimed;
        while ((claimed = next.getAndIncrement()) < chunks) {
            if (failure == null) {
                try {
                    if (caller != null) {
                        Interrupted.check();
                    }
                    int from = claimed * chunk;
                    body.run(from, Math.min(n, from + chunk));
                } catch (Throwable e) {
                    failure = e;
                }
            }
            done.getAndIncrement();
        }
    }

    /// Waits for the chunks that other threads have begun, then passes on what went wrong in any of
    /// them.
    void await() {
        for (int spins = 0; done.get() < chunks; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
