package nacre.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/// One loop that several threads share.
///
/// Each has a part of the chunks of its own. So a thread meets the same numbers in one loop after
/// the other, and they are in its cache from before; to fetch them from another's costs more than
/// most loops do with them. A thread that is done helps the others, but leaves the last chunk of a
/// part to its owner, who is about to take it.
final class Region {
    /// Turns of waiting before the caller lets another thread of the machine run.
    private static final int SPINS = 5_000;

    /// Numbers so far apart do not share a line of the cache.
    private static final int LINE = 32;

    private final Threads.Range body;
    private final int n;
    private final int chunks;
    private final int parts;
    private final AtomicIntegerArray next; // for each part, the chunk to be taken next
    private final AtomicIntegerArray begun; // for each part, 1 when its owner is there
    private final AtomicInteger done = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    Region(Threads.Range body, int n, int chunks, int parts) {
        this.body = body;
        this.n = n;
        this.chunks = chunks;
        this.parts = parts;
        next = new AtomicIntegerArray(parts * LINE);
        begun = new AtomicIntegerArray(parts * LINE);
        for (int part = 0; part < parts; part++) {
            next.setPlain(part * LINE, first(part));
        }
    }

    private int first(int part) {
        return Threads.chunk(chunks, part, parts);
    }

    /// Works until nothing is left to do for the owner of a part. If the caller is interrupted or a
    /// chunk fails, the chunks not begun are dropped, and those begun stop where they ask
    /// [Interrupted#check].
    void work(int own) {
        if (own >= parts) {
            return; // an offer of long ago
        }
        begun.set(own * LINE, 1);
        for (int i = 0; i < parts; i++) {
            int part = (own + i) % parts;
            int taken;
            while ((taken = take(part, part == own)) >= 0) {
                run(taken);
            }
        }
    }

    /// The next chunk of a part, or -1 if there is none for this thread.
    private int take(int part, boolean own) {
        int end = first(part + 1);
        int left = end - next.get(part * LINE);
        if (left > 1 || left == 1 && (own || begun.get(part * LINE) == 0)) {
            int taken = next.getAndIncrement(part * LINE);
            return taken < end ? taken : -1;
        }
        return -1;
    }

    private void run(int taken) {
        if (failure == null) {
            try {
                Interrupted.check();
                body.run(Threads.chunk(n, taken, chunks), Threads.chunk(n, taken + 1, chunks));
            } catch (Throwable e) {
                failure = failure == null ? e : failure; // what stops the others is not the reason
            }
        }
        done.getAndIncrement();
    }

    boolean hasFailed() {
        return failure != null;
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
        Throwable wrong = failure;
        if (wrong != null) {
            throw unchecked(wrong);
        }
    }

    private static RuntimeException unchecked(Throwable wrong) {
        return switch (wrong) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(wrong);
        };
    }
}
