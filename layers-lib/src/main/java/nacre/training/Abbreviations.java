package nacre.training;

import java.util.Locale;
import java.util.Map;

/// The short names that Keras knows for losses and metrics.
final class Abbreviations {
    private static final Map<String, String> FULL =
            Map.of(
                    "mse", "MeanSquaredError",
                    "mae", "MeanAbsoluteError",
                    "mape", "MeanAbsolutePercentageError",
                    "msle", "MeanSquaredLogarithmicError",
                    "bce", "BinaryCrossentropy",
                    "kld", "KLDivergence",
                    "acc", "Accuracy");

    private Abbreviations() {}

    /// What a short name stands for; anything else as it is.
    static Object full(Object identifier) {
        return identifier instanceof String name
                ? FULL.getOrDefault(name.toLowerCase(Locale.ROOT), name)
                : identifier;
    }
}
