package nacre.kernel.magics;

import java.time.Duration;
import java.util.Locale;

/// Writes durations so that they are easy to compare.
final class Durations {
    private static final String[] UNITS = {"ns", "µs", "ms", "s"};

    private Durations() {}

    static String text(Duration duration) {
        return text((double) duration.toNanos());
    }

    /// Three digits and a unit: `1.23 ms`.
    static String text(double nanos) {
        double value = nanos;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return String.format(
                Locale.ROOT, "%." + (unit == 0 ? 0 : decimals) + "f %s", value, UNITS[unit]);
    }
}
