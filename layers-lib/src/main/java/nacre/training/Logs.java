package nacre.training;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Logged values as text.
public final class Logs {
    private Logs() {}

    /// A value with four decimals, very small and very large ones with an exponent, as Keras shows
    /// them.
    public static String number(double value) {
        boolean plain = Math.abs(value) > 1e-3 && Math.abs(value) < 1e6 || value == 0;
        return String.format(Locale.ROOT, plain ? "%.4f" : "%.4e", value);
    }

    /// `accuracy: 0.9500 - loss: 0.1234`.
    public static String line(Map<String, Double> logs) {
        return logs.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + number(entry.getValue()))
                .collect(Collectors.joining(" - "));
    }
}
