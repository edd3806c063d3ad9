package nacre.compute;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Splits a loop among the processor's cores.
///
/// One pool serves the process. Its threads look for work for half a millisecond after a region and
/// then sleep, so that short regions in a row start at once and an idle process costs nothing. The
/// caller works too, and waits only for chunks whose thread has begun: a worker that the machine
/// does not schedule cannot hold anybody up.
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

    /// Loops of more chunks than this have a multiple of it, so that 2 or 4 threads divide all
    /// loops over the same numbers at the same places.
    private static final int EVEN = 4;

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

    /// Runs `body` over 0..n in chunks of about `grain` indices, on as many threads as pay.
    ///
    /// A region inside a region, or beside one of another thread, runs on its caller alone.
    ///
    /// @param grain as many indices as take some microseconds; fewer would be done before another
    ///   thread has begun
    /// @throws Interrupted soon after the calling thread is interrupted
    public static void forEach(int n, int grain, Range body) {
        int chunks = chunks(n, grain);
        int parts = Math.min(count, chunks);
        boolean alone = parts <= 1 || Thread.currentThread() instanceof Worker;
        if (alone || TURN.isHeldByCurrentThread() || !TURN.tryLock()) {
            alone(n, chunks, body);
        } else {
            try {
                together(new Region(body, n, chunks, parts), parts - 1);
            } finally {
                TURN.unlock();
            }
        }
    }

    private static int chunks(int n, int grain) {
        int most = Math.ceilDiv(n, Math.max(1, grain));
        int chunks = Math.min(MOST_CHUNKS, most);
        int even = (chunks + EVEN - 1) / EVEN * EVEN;
        return chunks > EVEN && even <= n ? even : chunks;
    }

    /// Where a chunk begins.
    static int chunk(int n, int number, int chunks) {
        return (int) ((long) n * number / chunks);
    }

    private static void alone(int n, int chunks, Range body) {
        for (int i = 0; i < chunks; i++) {
            Interrupted.check();
            body.run(chunk(n, i, chunks), chunk(n, i + 1, chunks));
        }
    }

    private static void together(Region region, int helpers) {
        hire(helpers);
        for (int i = 0; i < helpers; i++) {
            workers[i].offer(region);
        }
        region.work(0);
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
