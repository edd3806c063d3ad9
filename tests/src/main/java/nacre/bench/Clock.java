package nacre.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/// Takes the time of something short, again and again.
final class Clock {
    private Clock() {}

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /// Nanoseconds of one run: the mean over about `millis`.
    ///
    /// @param alone whether one thread does it all; then only the time it was on a processor
    ///   counts, which makes figures on a busy machine comparable
    static double time(Runnable work, int millis, boolean alone) {
        long start = System.nanoTime();
        long cpu = THREAD.getCurrentThreadCpuTime();
        long end = start + millis * 1_000_000L;
        long now;
        int runs = 0;
        do {
            work.run();
            runs++;
            now = System.nanoTime();
        } while (now < end);
        long spent = alone ? THREAD.getCurrentThreadCpuTime() - cpu : now - start;
        return (double) spent / runs;
    }

    /// Runs until the compiler seems to be done: until it gets no faster any more.
    static void warm(Runnable work) {
        double best = time(work, 1000, true);
        for (int still = 0, second = 0; still < 3 && second < 15; second++) {
            double now = time(work, 700, true);
            still = now < 0.95 * best ? 0 : still + 1;
            best = Math.min(best, now);
        }
    }

    static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
