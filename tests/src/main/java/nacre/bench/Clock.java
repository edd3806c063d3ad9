package nacre.bench;

import java.util.Arrays;

/// Takes the time of something short, again and again.
final class Clock {
    private Clock() {}

    /// Nanoseconds of one run: the mean over about `millis`.
    static double time(Runnable work, int millis) {
        long start = System.nanoTime();
        long end = start + millis * 1_000_000L;
        long now;
        int runs = 0;
        do {
            work.run();
            runs++;
            now = System.nanoTime();
        } while (now < end);
        return (double) (now - start) / runs;
    }

    static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
