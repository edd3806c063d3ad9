package nacre.training.callbacks;

import java.util.Locale;
import java.util.stream.Stream;

/// Whether small or large values are good.
enum Direction {
    MIN,
    MAX,
    /// Large for accuracies, areas and scores; small for everything else.
    AUTO;

    static Direction of(String name) {
        return Stream.of(values())
                .filter(direction -> direction.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "`mode` must be \"min\", \"max\" or \"auto\"; got \""
                                                + name
                                                + "\"."));
    }

    /// Whether `now` is better than `before` by more than `delta`; anything is better than nothing
    /// (NaN).
    boolean better(String name, double now, double before, double delta) {
        boolean large =
                this == MAX
                        || (this == AUTO
                                && Stream.of("acc", "auc", "f1", "score", "precision", "recall")
                                        .anyMatch(name.toLowerCase(Locale.ROOT)::contains));
        return Double.isNaN(before) || (large ? now - delta > before : now + delta < before);
    }
}
