package nacre.kernel.shell;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One cell being run: its thread, the threads it starts, its output, and the stopping of them all.
final class CellRun {
    private static final int STACK = 16 << 20; // javac needs a deep stack for a long expression
    private static final int PATIENCE = 400; // ms from "stop" until the thread is given up
    private static final InheritableThreadLocal<@Nullable CellRun> OWNER =
            new InheritableThreadLocal<>();
    private static final Set<CellRun> STOPPING = ConcurrentHashMap.newKeySet();

    @SuppressWarnings(
            "NonFinalStaticField") // the threads of the common pool belong to whoever runs
    private static volatile @Nullable CellRun foreground;

    final int number;
    final CellIo io;
    final CellOutput output;
    final CellInput input = new CellInput(this);
    private final ThreadGroup threads;
    private final Object turn = new Object();
    private @Nullable CellResult result;
    private volatile boolean stopped;

    CellRun(int number, CellIo io) {
        this.number = number;
        this.io = io;
        this.output = new CellOutput(io);
        this.threads = new ThreadGroup("Cell [" + number + "]");
    }

    /// The cell that the current thread works for, if any.
    static Optional<CellRun> current() {
        CellRun owner = OWNER.get();
        if (Thread.currentThread() instanceof ForkJoinWorkerThread worker
                && worker.getPool() == ForkJoinPool.commonPool()) {
            CellRun running =
                    foreground; // a pool's thread inherits from the first cell that used it
            owner = running != null ? running : owner;
        }
        return Optional.ofNullable(owner);
    }

    /// Runs the work of the cell on a thread of its own and waits for it, or for its being given
    // up.
    CellResult run(Supplier<CellResult> work) {
        prune();
        foreground = this;
        var thread = new Thread(threads, () -> finish(work), threads.getName(), STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return await(thread);
        } finally {
            foreground = null;
            prune();
        }
    }

    private void finish(Supplier<CellResult> work) {
        OWNER.set(this);
        CellResult ended;
        try {
            ended = work.get();
        } catch (CellStopped e) {
            ended = stoppedResult("");
        }
        synchronized (turn) {
            result = ended;
            turn.notifyAll();
        }
    }

    private CellResult await(Thread thread) {
        long stoppedSince = 0;
        synchronized (turn) {
            while (result == null) {
                if (stopped) {
                    long now = System.nanoTime();
                    stoppedSince = stoppedSince == 0 ? now : stoppedSince;
                    if (now - stoppedSince > PATIENCE * 1_000_000L) {
                        result = abandon(thread);
                        break;
                    }
                    threads.interrupt();
                }
                try {
                    turn.wait(stopped ? 10 : 0);
                } catch (InterruptedException e) {
                    stop();
                }
            }
        }
        output.flush();
        if (stopped) {
            output.seal();
            return result instanceof CellResult.Interrupted ? result : stoppedResult("");
        }
        return result;
    }

    private CellResult abandon(Thread thread) {
        thread.setPriority(Thread.MIN_PRIORITY);
        return stoppedResult(
                "Cell ["
                        + number
                        + "] did not stop: it is inside "
                        + Frames.top(thread)
                        + ". It goes on without output; restart the kernel to be rid of it.");
    }

    private CellResult stoppedResult(String more) {
        return new CellResult.Interrupted(Errors.stopped(number, more));
    }

    /// Asks all threads of the cell to stop.
    void stop() {
        synchronized (turn) {
            if (!stopped) {
                stopped = true;
                STOPPING.add(this);
                Guard.stopping = STOPPING.size();
            }
            turn.notifyAll();
        }
    }

    void stopIfAsked() {
        if (stopped) {
            throw new CellStopped();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    /// Forgets the stopped cells that have come to rest.
    private static void prune() {
        STOPPING.removeIf(run -> run.threads.activeCount() == 0);
        Guard.stopping = STOPPING.size();
    }
}
