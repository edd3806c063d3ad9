package nacre.training.callbacks;

import java.util.Map;
import java.util.TreeSet;
import nacre.layers.config.Suggest;
import nacre.training.Trainee;
import org.jspecify.annotations.Nullable;

/// A logged value that a callback watches, and whether small or large values of it are good.
///
/// @param name the name in the logs
/// @param mode which values are good
record Monitor(String name, Direction mode) {
    /// The value in these logs; null in epochs after which validation is not due, and if nobody
    /// records it, which is told.
    @Nullable Double in(Map<String, Double> logs, Trainee trainee, String callback) {
        Double value = logs.get(name);
        boolean validation = name.startsWith("val_");
        boolean validated = logs.keySet().stream().anyMatch(key -> key.startsWith("val_"));
        boolean later = validation && trainee.plan().validates() && !validated;
        if (value == null && !later) {
            String cure =
                    validation && !validated
                            ? "Give validation data, with validation(x, y) or validationSplit(0.2),"
                                    + " or name another value with monitor(…)."
                            : Suggest.nearest(name, logs.keySet())
                                    .map(near -> "Did you mean \"" + near + "\"?")
                                    .orElse("Name one of them with monitor(…).");
            trainee.say(
                    "%s watches \"%s\", which is not among the recorded values %s, and does nothing. %s"
                            .formatted(callback, name, new TreeSet<>(logs.keySet()), cure));
        }
        return value;
    }

    /// Whether `now` is better than `before` by more than `delta`; any number is better than none
    /// (NaN).
    boolean better(double now, double before, double delta) {
        return mode.better(name, now, before, delta);
    }
}
