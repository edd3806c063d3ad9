package nacre.kernel.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One cell being run: its thread, the threads it starts, its output, and the stopping of them all.
final class CellRun {
    private static final int STACK = 16 << 20; // javac needs a deep stack for a long expression
    private static final long PATIENCE = 400_000_000; // ns from "stop" until the thread is given up
    private static final String OURS = "nacre-";
    private static final InheritableThreadLocal<@Nullable CellRun> OWNER =
            new InheritableThreadLocal<>();
    private static final ThreadGroup ALL = new ThreadGroup("cells");
    private static final Set<CellRun> STOPPING = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("NonFinalStaticField") // the common pool's threads work for whoever ran last
    private static volatile @Nullable CellRun foreground;

    final CellIo io;
    final CellOutput output;
    final CellInput input = new CellInput(this);
    private final String name;
    private final Function<Throwable, CellError> inWords;
    private final CellThreads threads;
    private final Thread thread;
    private final Function<CellRun, CellResult> work;
    private final Object turn = new Object();
    private volatile Times times = Times.NONE;
    private @Nullable CellResult result;
    private volatile boolean stopped;
    private boolean inUserCode;

    /// Code that may throw whatever it likes.
    interface UserCode<T> {
        T run() throws Throwable;
    }

    /// @param name how the cell is called when it is told of
    /// @param work compiles and runs the cell
    /// @param inWords puts what a thread of the cell has thrown into words
    CellRun(
            String name,
            CellIo io,
            Function<CellRun, CellResult> work,
            Function<Throwable, CellError> inWords) {
        this.io = io;
        this.output = new CellOutput(io);
        this.name = name;
        this.inWords = inWords;
        this.threads = new CellThreads();
        this.work = work;
        this.thread = new Thread(threads, this::work, name, STACK);
        thread.setDaemon(true);
    }

    /// The cell that the current thread works for, if any.
    static Optional<CellRun> current() {
        CellRun owner = OWNER.get();
        if (isOfThePool(Thread.currentThread())) {
            CellRun last = foreground; // it inherits from the first cell that used the pool
            owner = last != null ? last : owner;
        }
        return Optional.ofNullable(owner);
    }

    /// Whether all cells share the thread.
    private static boolean isOfThePool(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker
                && worker.getPool() == ForkJoinPool.commonPool();
    }

    /// What still runs of all cells, and where it is: `Cell [3] in java.lang.Thread.sleep()`.
    static List<String> stillRunning() {
        rest();
        return members(ALL).flatMap(thread -> where(thread).stream()).toList();
    }

    private static Optional<String> where(Thread thread) {
        return thread.getThreadGroup() instanceof CellThreads cell && !cell.isLeaving(thread)
                ? Optional.of(cell.getName() + " in " + Frames.top(thread))
                : Optional.empty(); // it has just ended, or is about to
    }

    /// Runs the cell on its own thread and waits for its end, or until it is given up. What the
    /// common pool does later is still this cell's, until the next one runs.
    CellResult run() {
        rest();
        foreground = this;
        try {
            thread.start();
            return await();
        } finally {
            rest();
        }
    }

    private void work() {
        OWNER.set(this);
        CellResult ended;
        try {
            ended = work.apply(this);
        } catch (CellStopped e) {
            ended = stopped("");
        } catch (Throwable e) {
            ended = new CellResult.Failure(inWords.apply(e));
        }
        synchronized (turn) {
            result = ended;
            turn.notifyAll();
        }
    }

    /// Runs code of the learner: only here the thread is interrupted, never in the middle of javac.
    <T> T userCode(UserCode<T> code) throws Throwable {
        synchronized (turn) {
            stopIfAsked();
            inUserCode = true;
        }
        try {
            return code.run();
        } finally {
            synchronized (turn) {
                inUserCode = false;
                Thread.interrupted(); // of no meaning any more
            }
        }
    }

    private CellResult await() {
        CellResult ended;
        long deadline = Long.MAX_VALUE;
        synchronized (turn) {
            while (result == null && System.nanoTime() < deadline) {
                if (stopped) {
                    deadline = Math.min(deadline, System.nanoTime() + PATIENCE);
                    if (inUserCode) {
                        threads.own().forEach(Thread::interrupt);
                    }
                }
                try {
                    turn.wait(stopped ? 10 : 0);
                } catch (InterruptedException e) {
                    stop();
                }
            }
            ended = result != null ? result : abandoned();
            result = ended;
        }
        if (!stopped) {
            output.flush();
            return ended;
        }
        waitForPool(deadline);
        output.flush();
        output.seal();
        return ended instanceof CellResult.Interrupted ? ended : stopped("");
    }

    /// Lets the common pool's threads notice that their cell is stopped, before the next one owns
    /// them.
    private void waitForPool(long deadline) {
        long latest = Math.min(deadline, System.nanoTime() + PATIENCE);
        while (isPoolBusy() && System.nanoTime() < latest) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Whether the common pool works for this cell.
    private boolean isPoolBusy() {
        return foreground == this && !ForkJoinPool.commonPool().isQuiescent();
    }

    private CellResult abandoned() {
        thread.setPriority(Thread.MIN_PRIORITY);
        return stopped(
                name
                        + " cannot be stopped while it is in "
                        + Frames.top(thread)
                        + ". Its output is dropped; a second Stop says whether it still runs.");
    }

    private CellResult stopped(String more) {
        String message = name + " was stopped.";
        return new CellResult.Interrupted(new Story("Stopped", message).hint(more).error());
    }

    /// Asks all threads of the cell to stop.
    void stop() {
        synchronized (turn) {
            if (!stopped) {
                stopped = true;
                STOPPING.add(this);
                Guard.stopping = STOPPING.size();
                Guard.stopped = thread;
                new HardStop(this::isAtRest, this::stubborn).start();
            }
            turn.notifyAll();
        }
    }

    /// Whether nothing of the cell runs any more.
    private boolean isAtRest() {
        return threads.own().isEmpty() && !isPoolBusy();
    }

    /// Hands over the threads that hear nothing and can be ended where they are.
    private void stubborn(Consumer<Thread> end) {
        synchronized (turn) { // so that the cell's thread does not leave the learner's code now
            Stream.concat(threads.own().stream(), pooled())
                    .filter(each -> each != thread || inUserCode)
                    .filter(Frames::isAwayFromUs)
                    .forEach(end);
        }
    }

    /// The common pool's threads, if they work for this cell.
    private Stream<Thread> pooled() {
        return isPoolBusy()
                ? Thread.getAllStackTraces().keySet().stream().filter(CellRun::isOfThePool)
                : Stream.empty();
    }

    /// How long it took to compile and to run.
    Times times() {
        return times;
    }

    void took(Times times) {
        this.times = times;
    }

    void stopIfAsked() {
        if (stopped) {
            throw CellStopped.NOW;
        }
    }

    /// Asks the learner for a line.
    ///
    /// @param password whether nobody may see what is typed
    String ask(String question, boolean password) {
        output.flush();
        String answer = io.input(question, password);
        stopIfAsked();
        return answer;
    }

    /// Tells the learner something, though nothing is wrong; not on the error stream, which stands
    /// for failure where exercises are graded.
    void note(String text) {
        output.inOrder(() -> io.show(Story.note(text)));
    }

    private void error(String text) {
        byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
        output.write(true, line, 0, line.length);
    }

    /// The threads of a group that live. The library's workers are not the cell's, though a cell
    /// was the first to need them.
    private static Stream<Thread> members(ThreadGroup group) {
        Thread[] all = new Thread[2 * group.activeCount() + 8];
        int count = group.enumerate(all);
        return Arrays.stream(all, 0, count).filter(thread -> !thread.getName().startsWith(OURS));
    }

    /// Forgets the stopped cells that have come to rest.
    private static void rest() {
        STOPPING.removeIf(CellRun::isAtRest);
        Guard.stopping = STOPPING.size();
        if (STOPPING.isEmpty()) {
            Guard.stopped = null;
        }
    }

    /// The cell's thread and all that it starts; what they throw appears where the cell prints.
    private final class CellThreads extends ThreadGroup {
        CellThreads() {
            super(ALL, name);
        }

        List<Thread> own() {
            return members(this).toList();
        }

        /// Whether it is the cell's thread on its last steps, with the learner's code behind it.
        boolean isLeaving(Thread each) {
            synchronized (turn) {
                return each == thread && result != null && !inUserCode;
            }
        }

        @Override
        public void uncaughtException(Thread thrower, Throwable thrown) {
            if (!(thrown instanceof CellStopped)) {
                error("In thread " + thrower.getName() + ":");
                inWords.apply(thrown).traceback().forEach(CellRun.this::error);
            }
        }
    }
}
