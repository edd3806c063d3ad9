package nacre.training.callbacks;

import java.util.Map;
import java.util.TreeSet;
import nacre.training.Trainee;
import org.jspecify.annotations.Nullable;

/// A logged value that a callback watches, and whether small or large values of it are good.
///
/// @param name the name in the logs
/// @param mode which values are good
record Monitor(String name, Direction mode) {
    /// The value in these logs; null in epochs after which validation is not due.
    @Nullable Double in(Map<String, Double> logs, Trainee trainee, String callback) {
        Double value = logs.get(name);
        if (value != null) {
            return value;
        }
        boolean validation = name.startsWith("val_");
        boolean validated = logs.keySet().stream().anyMatch(key -> key.startsWith("val_"));
        if (validation && trainee.plan().validates() && !validated) {
            return null;
        }
        String known = " is not among the recorded values " + new TreeSet<>(logs.keySet()) + ". ";
        String cure =
                validation && !validated
                        ? "Give validation data, with validation(x, y) or validationSplit(0.2), or"
                                + " name another value with monitor(…)."
                        : "Name one of them with monitor(…).";
        throw new IllegalArgumentException(
                callback + " watches \"" + name + "\", which" + known + cure);
    }

    /// Whether `now` is better than `before` by more than `delta`; any number is better than none
    /// (NaN).
    boolean better(double now, double before, double delta) {
        return mode.better(name, now, before, delta);
    }
}
