package nacre.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes the time of something short, again and again.
final class Clock {
    private static final int PROCESS_CPU = 2;
    private static final long SECOND = 1_000_000_000;
    private static final int SLICE = 700;
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
    private static final MemorySegment SPENT = Arena.global().allocate(2 * JAVA_LONG.byteSize());
    private static final @Nullable MethodHandle GET_TIME = getTime();

    private Clock() {}

    /// Nanoseconds of one run: the mean over about `millis`.
    ///
    /// @param alone whether one thread does it all; then what counts is the time that all threads
    ///   of the process together were on a processor. Figures of a busy machine become comparable,
    ///   and a library that secretly uses more threads gains nothing
    static double time(Runnable work, int millis, boolean alone) {
        long start = System.nanoTime();
        long cpu = alone ? processTime() : 0;
        long end = start + millis * 1_000_000L;
        long now;
        int runs = 0;
        do {
            work.run();
            runs++;
            now = System.nanoTime();
        } while (now < end);
        long spent = alone ? processTime() - cpu : now - start;
        return (double) spent / runs;
    }

    /// Runs until the compiler has nothing more to do, and it gets no faster any more.
    static void warm(Runnable work, boolean alone) {
        double best = time(work, 1000, alone);
        for (int still = 0, slice = 0; still < 3 && slice < 30; slice++) {
            long compiled = COMPILER.getTotalCompilationTime();
            double now = time(work, SLICE, alone);
            boolean compiling = COMPILER.getTotalCompilationTime() - compiled > SLICE / 20;
            still = compiling || now < 0.95 * best ? 0 : still + 1;
            best = Math.min(best, now);
        }
    }

    static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// Nanoseconds that the threads of this process were on a processor. Java's own figure comes in
    /// steps of 10 ms, so Linux is asked; elsewhere it is the time of day.
    private static long processTime() {
        if (GET_TIME == null) {
            return System.nanoTime();
        }
        try {
            int _ = (int) GET_TIME.invokeExact(PROCESS_CPU, SPENT);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return SPENT.getAtIndex(JAVA_LONG, 0) * SECOND + SPENT.getAtIndex(JAVA_LONG, 1);
    }

    private static @Nullable MethodHandle getTime() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return null;
        }
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("clock_gettime"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    }
}
