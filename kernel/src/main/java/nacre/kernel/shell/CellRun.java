package nacre.kernel.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One cell being run: its thread, the threads it starts, its output, and the stopping of them all.
final class CellRun {
    private static final int STACK = 16 << 20; // javac needs a deep stack for a long expression
    private static final long PATIENCE = 400_000_000; // ns from "stop" until the thread is given up
    private static final long POOL_PATIENCE = 2_000_000_000; // ns until the common pool is given up
    private static final String OURS = "nacre-";
    private static final CellResult OUT_OF_MEMORY = new CellResult.Failure(Errors.IN_SHORT);
    private static final ThreadGroup ALL = new ThreadGroup("cells");
    private static final Set<CellRun> STOPPING = ConcurrentHashMap.newKeySet();
    private static final Set<CellRun> PUTTING_OFF = ConcurrentHashMap.newKeySet();

    final CellIo io;
    final CellOutput output;
    final CellInput input = new CellInput(this);
    private final String name;
    private final Function<Throwable, CellError> inWords;
    private final Function<Throwable, String> trace;
    private final CellThreads threads;
    private final PutOff putOff = new PutOff();
    private final Thread thread;
    private final Function<CellRun, CellResult> work;
    private final Object turn = new Object();
    private volatile Times times = Times.NONE;
    private @Nullable CellResult result;
    private volatile boolean stopped;
    private boolean inUserCode;
    private boolean isCompiling;

    /// Code that may throw whatever it likes.
    interface UserCode<T> {
        T run() throws Throwable;
    }

    /// @param name how the cell is called when it is told of
    /// @param work compiles and runs the cell
    /// @param inWords puts what a thread of the cell has thrown into words
    /// @param trace tells the way of what was thrown
    CellRun(
            String name,
            CellIo io,
            Function<CellRun, CellResult> work,
            Function<Throwable, CellError> inWords,
            Function<Throwable, String> trace) {
        this.io = io;
        this.output = new CellOutput(io);
        this.name = name;
        this.inWords = inWords;
        this.trace = trace;
        this.threads = new CellThreads();
        this.work = work;
        this.thread = new Thread(threads, this::work, name, STACK);
        thread.setDaemon(true);
    }

    /// What still runs of a cell: a thread that works for it, or none if something waits for its
    /// time.
    record Running(CellRun cell, Optional<Thread> thread) {
        /// The cell, and where the thread is: `Cell [3], line 2`, or `Cell [3] in Thread.sleep()`.
        String say(Frames frames) {
            String place = thread.map(frames::place).orElse(cell.name + ", what it has scheduled");
            return place.startsWith(cell.name) ? place : cell.name + " in " + place;
        }
    }

    /// What still runs of all cells. A thread of a pool that waits for work does not.
    static List<Running> stillRunning() {
        rest();
        Stream<Running> threads =
                Stream.concat(members(ALL), Owners.onTasks())
                        .distinct()
                        .filter(thread -> !Frames.isIdle(thread))
                        .flatMap(thread -> running(thread).stream())
                        .filter(each -> !each.cell().isLeaving(each.thread().orElseThrow()));
        return Stream.concat(threads, putOff()).toList();
    }

    private static Optional<Running> running(Thread thread) {
        return owner(thread).map(cell -> new Running(cell, Optional.of(thread)));
    }

    /// The cells for which something is to be done later, or again and again. A pool that was shut
    /// down has nobody who waits for it.
    private static Stream<Running> putOff() {
        Stream<CellRun> ofTimers =
                members(ALL).filter(Frames::isTimer).flatMap(each -> owner(each).stream());
        Stream<CellRun> ofPools =
                members(ALL).anyMatch(Frames::isScheduler)
                        ? PUTTING_OFF.stream().filter(cell -> !cell.putOff.isOver())
                        : Stream.empty();
        return Stream.concat(ofTimers, ofPools)
                .distinct()
                .filter(cell -> !cell.stopped)
                .map(cell -> new Running(cell, Optional.empty()));
    }

    private static Optional<CellRun> owner(Thread thread) {
        return Owners.ofTask(thread)
                .or(
                        () ->
                                thread.getThreadGroup() instanceof CellThreads group
                                        ? Optional.of(group.cell())
                                        : Optional.empty()); // it has just ended
    }

    /// Runs the cell on its own thread and waits for its end, or until it is given up. What the
    /// common pool does later is still this cell's, until the next one runs.
    CellResult run() {
        rest();
        Owners.foreground = this;
        try {
            thread.start();
            return await();
        } finally {
            rest();
        }
    }

    private void work() {
        CellResult ended = OUT_OF_MEMORY; // for when there is not even room for another result
        try {
            ended = worked();
        } finally {
            synchronized (turn) {
                result = ended;
                turn.notifyAll();
            }
        }
    }

    private CellResult worked() {
        try {
            Owners.set(this);
            return work.apply(this);
        } catch (CellStopped e) {
            return stopped("");
        } catch (Throwable e) {
            return new CellResult.Failure(inWords.apply(e));
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

    /// Compiles the cell: only here javac may be ended in the middle, for then all that the cell
    /// has declared is taken back.
    <T> T compile(Supplier<T> work) {
        synchronized (turn) {
            isCompiling = true;
        }
        try {
            return work.get();
        } finally {
            synchronized (turn) {
                isCompiling = false;
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
                        own().forEach(Thread::interrupt);
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
        waitForPool();
        output.flush();
        output.seal();
        return ended instanceof CellResult.Interrupted ? ended : stopped("");
    }

    /// Lets the common pool's threads notice that their cell is stopped, before the next one owns
    /// them: then nobody would stop them any more.
    private void waitForPool() {
        long latest = System.nanoTime() + POOL_PATIENCE;
        while (isPoolBusy() && System.nanoTime() < latest) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Whether the common pool works for this cell, and not only on tasks of others.
    private boolean isPoolBusy() {
        ForkJoinPool pool = ForkJoinPool.commonPool();
        return Owners.foreground == this
                && !pool.isQuiescent()
                && pool.getActiveThreadCount()
                        > Owners.onTasks()
                                .filter(Owners::isOfCommonPool)
                                .filter(each -> Owners.isLent(each, this))
                                .count();
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
            if (result != null) {
                own().forEach(Thread::interrupt);
            }
            putOff.cancel();
            turn.notifyAll();
        }
    }

    /// Whether nothing of the cell runs.
    private boolean isAtRest() {
        return own().allMatch(Frames::isIdle) && !isPoolBusy();
    }

    /// Whether nothing of the cell can run any more.
    private boolean isOver() {
        return own().allMatch(Frames::isSpare) && !isPoolBusy();
    }

    /// The threads that work for the cell: those that it has started, but those that do something
    /// for another one, and those of others that do something for it.
    private Stream<Thread> own() {
        return Stream.concat(
                        members(threads).filter(each -> !Owners.isLent(each, this)),
                        Stream.concat(Owners.onTasks(), members(ALL))
                                .filter(each -> Owners.ofTask(each).orElse(null) == this))
                .distinct();
    }

    /// Whether it is the thread that the cell itself runs on.
    boolean isOn(Thread other) {
        return other == thread;
    }

    /// Whether it is the cell's thread on its last steps, with the learner's code behind it.
    private boolean isLeaving(Thread each) {
        synchronized (turn) {
            return each == thread && result != null && !inUserCode;
        }
    }

    /// Hands over the threads that hear nothing and can be ended where they are.
    private void stubborn(BiConsumer<Thread, Throwable> end) {
        synchronized (turn) { // so that the cell's thread does not leave the learner's code now
            Stream.concat(own(), pooled())
                    .filter(each -> each != thread || inUserCode)
                    .filter(Frames::isAwayFromUs)
                    .forEach(each -> end.accept(each, CellStopped.NOW));
            if (isCompiling && Frames.isInCompiler(thread)) {
                end.accept(thread, new CompilerStopped());
            }
        }
    }

    /// The common pool's threads, if they work for this cell.
    private Stream<Thread> pooled() {
        return isPoolBusy()
                ? Thread.getAllStackTraces().keySet().stream()
                        .filter(Owners::isOfCommonPool)
                        .filter(each -> !Owners.isLent(each, this))
                : Stream.empty();
    }

    /// How long it took to compile and to run.
    Times times() {
        return times;
    }

    void took(Times times) {
        this.times = times;
    }

    /// The cell wants something to be done later.
    void putsOff(Future<?> later) {
        putOff.add(later);
        PUTTING_OFF.add(this);
    }

    /// The way of what was thrown, in the lines of the cells.
    String trace(Throwable thrown) {
        return trace.apply(thrown);
    }

    boolean isStopped() {
        return stopped;
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
        if (!output.isSealed()) {
            output.inOrder(() -> io.show(Story.note(text)));
        }
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

    /// Forgets the stopped cells that are over.
    private static void rest() {
        Owners.forgetLost();
        STOPPING.removeIf(CellRun::isOver);
        PUTTING_OFF.removeIf(cell -> cell.putOff.isOver());
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

        CellRun cell() {
            return CellRun.this;
        }

        @Override
        public void uncaughtException(Thread thrower, Throwable thrown) {
            if (!(thrown instanceof CellStopped)) {
                CellRun cell = Owners.latest().orElse(CellRun.this);
                cell.error("In thread " + thrower.getName() + ":");
                inWords.apply(thrown).traceback().forEach(cell::error);
            }
        }
    }
}
