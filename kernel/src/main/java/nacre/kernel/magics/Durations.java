package nacre.kernel.magics;

import java.time.Duration;
import java.util.Locale;

/// Writes durations so that they are easy to compare.
final class Durations {
    private static final String[] UNITS = {"ns", "µs", "ms", "s"};

    private Durations() {}

    /// Three digits and a unit: `1.23 ms`.
    static String text(Duration duration) {
        return text(duration.toNanos(), 3);
    }

    /// So many digits and a unit.
    static String text(double nanos, int digits) {
        double value = nanos;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        int before = value < 9.995 ? 1 : value < 99.95 ? 2 : 3;
        int decimals = unit == 0 && digits <= 3 ? 0 : Math.max(0, digits - before);
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value, UNITS[unit]);
    }
}
