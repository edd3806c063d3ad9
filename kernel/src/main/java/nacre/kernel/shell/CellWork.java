package nacre.kernel.shell;

import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work that a cell hands to other threads: wherever and whenever it is done, it counts as the
/// cell's. Public because the classes of cells call it, as [Handed] has woven them.
public final class CellWork {
    private CellWork() {}

    /// The same work, marked as the cell's that hands it over.
    public static @Nullable Runnable task(@Nullable Runnable work) {
        return marked(work, Marked::new);
    }

    /// The same for `execute`. A pool hands what it executes to its own methods and to those that
    /// ask for what is left of it; so only a lambda, of which nobody could tell, is marked.
    public static @Nullable Runnable executed(@Nullable Runnable work) {
        return work != null && work.getClass().isHidden() ? task(work) : work;
    }

    /// The same for work with a result, handed to a pool that a cell has written.
    public static <T> @Nullable Callable<T> executed(@Nullable Callable<T> work) {
        return work != null && work.getClass().isHidden() ? task(work) : work;
    }

    /// What a pool is to do later, or again and again: the same, known to the cell that wants it.
    public static <T> @Nullable ScheduledFuture<T> scheduled(@Nullable ScheduledFuture<T> later) {
        if (later != null) {
            Owners.current().ifPresent(cell -> cell.putsOff(later));
        }
        return later;
    }

    /// What is handed to a `ForkJoinPool` is no work that could be marked: the pool itself is.
    public static void given(@Nullable ForkJoinPool pool, @Nullable Object task) {
        if (pool != null) {
            Owners.give(pool);
        }
    }

    /// Whether a thread does marked work.
    static boolean isOn(Thread thread) {
        String ours = CellWork.class.getName();
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(ours));
    }

    /// Marked work; the same as any other mark of it, by which a pool finds what it is to remove.
    private record Marked(CellRun cell, Runnable it) implements Runnable {
        @Override
        public void run() {
            try (var _ = new Owners.Task(cell)) {
                it.run();
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Marked(_, var its) && its.equals(it);
        }

        @Override
        public int hashCode() {
            return it.hashCode();
        }
    }

    /// The same for work with a result.
    public static <T> @Nullable Callable<T> task(@Nullable Callable<T> work) {
        return marked(
                work,
                (cell, it) ->
                        () -> {
                            try (var _ = new Owners.Task(cell)) {
                                return it.call();
                            }
                        });
    }

    /// The same for all of several.
    @SuppressWarnings({"unchecked", "rawtypes"}) // any type of result, and anything in a raw list
    public static @Nullable Collection task(@Nullable Collection tasks) {
        return tasks == null
                ? null
                : tasks.stream()
                        .map(each -> each instanceof Callable one ? task(one) : each)
                        .toList();
    }

    /// The same for what a future begins with.
    public static <T> @Nullable Supplier<T> task(@Nullable Supplier<T> work) {
        return marked(
                work,
                (cell, it) ->
                        () -> {
                            try (var _ = new Owners.Task(cell)) {
                                return it.get();
                            }
                        });
    }

    /// The same for what follows in a future.
    public static <A, B> @Nullable Function<A, B> task(@Nullable Function<A, B> work) {
        return marked(
                work,
                (cell, it) ->
                        given -> {
                            try (var _ = new Owners.Task(cell)) {
                                return it.apply(given);
                            }
                        });
    }

    /// The same for what follows two futures, or one that may have failed.
    public static <A, B, C> @Nullable BiFunction<A, B, C> task(@Nullable BiFunction<A, B, C> work) {
        return marked(
                work,
                (cell, it) ->
                        (given, other) -> {
                            try (var _ = new Owners.Task(cell)) {
                                return it.apply(given, other);
                            }
                        });
    }

    /// The same for what ends a future.
    public static <A> @Nullable Consumer<A> task(@Nullable Consumer<A> work) {
        return marked(
                work,
                (cell, it) ->
                        given -> {
                            try (var _ = new Owners.Task(cell)) {
                                it.accept(given);
                            }
                        });
    }

    /// The same for what ends two futures, or one that may have failed.
    public static <A, B> @Nullable BiConsumer<A, B> task(@Nullable BiConsumer<A, B> work) {
        return marked(
                work,
                (cell, it) ->
                        (given, other) -> {
                            try (var _ = new Owners.Task(cell)) {
                                it.accept(given, other);
                            }
                        });
    }

    private static <T> @Nullable T marked(@Nullable T work, BiFunction<CellRun, T, T> mark) {
        CellRun cell = Owners.current().orElse(null);
        return work == null || cell == null ? work : mark.apply(cell, work);
    }
}
