package nacre.training.callbacks;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nacre.layers.config.NameChoices;

/// Whether small or large values are good.
enum Direction {
    MIN,
    MAX,
    /// Large for accuracies, areas, scores and the like; small for everything else, such as the
    /// loss of an output named "score".
    AUTO;

    private static final Pattern GOOD_SMALL =
            Pattern.compile(
                    ".*(loss|error|crossentropy|hinge|divergence|mse|mae|mape|msle)(_\\d+)?");

    private static final List<String> GOOD_LARGE =
            List.of(
                    "acc",
                    "auc",
                    "f1",
                    "score",
                    "precision",
                    "recall",
                    "io_u",
                    "iou",
                    "similarity",
                    "correlation",
                    "sensitivity",
                    "specificity",
                    "true_");

    static Direction of(String name) {
        return NameChoices.choose("mode", name, values());
    }

    /// Whether `now` is better than `before` by more than `delta`; any number is better than none
    /// (NaN).
    boolean better(String name, double now, double before, double delta) {
        if (Double.isNaN(before)) {
            return !Double.isNaN(now);
        }
        boolean large = this == MAX || (this == AUTO && isLargeGood(name.toLowerCase(Locale.ROOT)));
        return large ? now - delta > before : now + delta < before;
    }

    private static boolean isLargeGood(String name) {
        return !GOOD_SMALL.matcher(name).matches() && GOOD_LARGE.stream().anyMatch(name::contains);
    }
}
