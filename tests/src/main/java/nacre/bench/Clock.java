package nacre.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/// Takes the time of something short, again and again.
final class Clock {
    private static final int SLICE = 700; // ms
    private static final long MOST_WARM_UP = 20_000_000_000L; // ns
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private Clock() {}

    /// Nanoseconds of one run: the mean over about `millis`.
    ///
    /// @param alone whether one thread does it all; then what counts is the time that all threads
    ///   of the process together were on a processor. Figures of a busy machine become comparable,
    ///   and a library that secretly uses more threads gains nothing
    static double time(Runnable work, int millis, boolean alone) {
        long cpu = alone ? ProcessTime.now() : 0;
        long start = System.nanoTime();
        long end = start + millis * 1_000_000L;
        long now;
        int runs = 0;
        do {
            work.run();
            runs++;
            now = System.nanoTime();
        } while (now < end);
        long spent = alone ? ProcessTime.now() - cpu : now - start;
        return (double) spent / runs;
    }

    /// Runs until the compiler has nothing more to do, and it gets no faster any more.
    static void warm(Runnable work, boolean alone) {
        long end = System.nanoTime() + MOST_WARM_UP;
        double best = time(work, 1000, alone);
        for (int still = 0; still < 3 && System.nanoTime() < end; ) {
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
}
