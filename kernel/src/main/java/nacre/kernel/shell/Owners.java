package nacre.kernel.shell;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Knows which cell a thread works for: the one that has started it, but while it does a task of a
/// pool the one that has handed the task over. A `ForkJoinPool` works for the last one that has
/// handed it something, for its tasks are forked from one another.
final class Owners {
    private static final InheritableThreadLocal<@Nullable CellRun> OWNER =
            new InheritableThreadLocal<>();
    private static final Map<Thread, CellRun> ON_TASK = new ConcurrentHashMap<>();
    private static final Map<ForkJoinPool, CellRun> POOLS =
            Collections.synchronizedMap(new WeakHashMap<>());

    @SuppressWarnings("NonFinalStaticField") // the common pool's threads work for whoever ran last
    static volatile @Nullable CellRun foreground;

    private Owners() {}

    /// Gives the current thread, and those that it starts, to a cell.
    static void set(CellRun cell) {
        OWNER.set(cell);
    }

    /// The cell that the current thread works for, if any.
    static Optional<CellRun> current() {
        Thread thread = Thread.currentThread();
        CellRun last = isOfCommonPool(thread) ? foreground : null;
        return ofTask(thread).or(() -> Optional.ofNullable(last != null ? last : OWNER.get()));
    }

    /// Gives a pool to the cell that the current thread works for.
    static void give(ForkJoinPool pool) {
        if (pool != ForkJoinPool.commonPool()) {
            current().ifPresent(cell -> POOLS.put(pool, cell));
        }
    }

    /// The cell that the current thread works for, or did when its task failed.
    static Optional<CellRun> latest() {
        return Optional.ofNullable(OWNER.get());
    }

    /// Whether all cells share the thread.
    static boolean isOfCommonPool(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker
                && worker.getPool() == ForkJoinPool.commonPool();
    }

    /// The threads that do a task just now.
    static Stream<Thread> onTasks() {
        return ON_TASK.keySet().stream();
    }

    /// The cell whose task a thread does just now, if any.
    static Optional<CellRun> ofTask(Thread thread) {
        CellRun ofTask = ON_TASK.get(thread);
        if (ofTask == null
                && thread instanceof ForkJoinWorkerThread worker
                && worker.getPool() != null) {
            ofTask = POOLS.get(worker.getPool());
        }
        return Optional.ofNullable(ofTask);
    }

    /// Whether the thread does a task of another cell just now.
    static boolean isLent(Thread thread, CellRun cell) {
        return ofTask(thread).filter(other -> other != cell).isPresent();
    }

    /// Forgets tasks out of which a Stop has thrown a thread before it could say that they are
    /// over: whatever a pool's thread does after that would count for the stopped cell, and be
    /// stopped.
    static void forgetLost() {
        ON_TASK.forEach(
                (thread, cell) -> {
                    if (cell.isStopped() && !CellWork.isOn(thread)) {
                        ON_TASK.remove(thread, cell);
                    }
                });
    }

    /// A task of a cell being done by the current thread. A cell's own thread stays that cell's,
    /// even if it does what another cell has left to be done.
    static final class Task implements AutoCloseable {
        private final @Nullable CellRun before;
        private final boolean isLent;

        Task(CellRun cell) {
            cell.stopIfAsked();
            Thread thread = Thread.currentThread();
            isLent = current().filter(run -> run.isOn(thread)).isEmpty();
            before = isLent ? ON_TASK.put(thread, cell) : null;
            if (isLent) {
                OWNER.set(cell);
            }
        }

        @Override
        public void close() {
            if (before != null) {
                ON_TASK.put(Thread.currentThread(), before);
                OWNER.set(before);
            } else if (isLent) {
                ON_TASK.remove(Thread.currentThread());
            }
        }
    }
}
