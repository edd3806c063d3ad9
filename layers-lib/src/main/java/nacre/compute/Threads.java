package nacre.compute;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Splits a loop among the processor's cores.
///
/// One pool serves the process. Its threads spin for some microseconds after a region and then
/// sleep, so that short regions in a row start at once and an idle process costs nothing. The
/// caller works too, and waits only for chunks that another thread has begun: a worker that the
/// machine does not schedule cannot hold anybody up.
///
/// The chunks depend only on the length and the grain of the loop, never on the number of threads,
/// so neither do results.
public final class Threads {
    /// Part of a loop: the indices from `from` up to but without `to`.
    public interface Range {
        void run(int from, int to);
    }

    /// More chunks than threads even out their speeds; many more only cost hand-over.
    private static final int MOST_CHUNKS = 64;

    private static final ReentrantLock TURN = new ReentrantLock();
    private static volatile int count = atStart();
    private static Worker[] workers = {};

    private Threads() {}

    /// How many threads work at once, the caller included.
    public static int count() {
        return count;
    }

    /// Sets how many threads work at once; 1 keeps everything on the caller.
    public static void use(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("Threads.use needs at least 1 thread, got " + n);
        }
        count = n;
    }

    /// Runs `body` over 0..n in chunks of at least `grain` indices, on as many threads as pay.
    ///
    /// A region inside a region, or beside one of another thread, runs on its caller alone.
    ///
    /// @throws Interrupted soon after the calling thread is interrupted
    public static void forEach(int n, int grain, Range body) {
        int chunk = Math.max(Math.max(1, grain), (n + MOST_CHUNKS - 1) / MOST_CHUNKS);
        int chunks = (n + chunk - 1) / chunk;
        if (chunks <= 1 || count == 1 || Thread.currentThread() instanceof Worker) {
            alone(n, chunk, body);
        } else if (TURN.isHeldByCurrentThread() || !TURN.tryLock()) {
            alone(n, chunk, body);
        } else {
            try {
                together(new Region(body, n, chunk, chunks));
            } finally {
                TURN.unlock();
            }
        }
    }

    private static void alone(int n, int chunk, Range body) {
        for (int from = 0; from < n; from += chunk) {
            Interrupted.check();
            body.run(from, Math.min(n, from + chunk));
        }
    }

    private static void together(Region region) {
        int helpers = Math.min(count, region.chunks) - 1;
        hire(helpers);
        for (int i = 0; i < helpers; i++) {
            workers[i].offer(region);
        }
        region.work(Thread.currentThread());
        region.await();
    }

    private static void hire(int helpers) {
        if (workers.length < helpers) {
            Worker[] more = new Worker[helpers];
            System.arraycopy(workers, 0, more, 0, workers.length);
            for (int i = workers.length; i < helpers; i++) {
                more[i] = new Worker(i + 1);
                more[i].start();
            }
            workers = more;
        }
    }

    private static int atStart() {
        @Nullable Integer asked = Integer.getInteger("nacre.threads");
        return Math.max(1, asked != null ? asked : Runtime.getRuntime().availableProcessors());
    }
}
