package nacre.parity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nacre.layers.config.Configs;
import nacre.training.Callback;
import nacre.training.callbacks.EarlyStopping;
import nacre.training.callbacks.LearningRateScheduler;
import nacre.training.callbacks.ReduceLROnPlateau;
import nacre.training.callbacks.SwapEMAWeights;
import nacre.training.callbacks.TerminateOnNaN;
import org.jspecify.annotations.Nullable;

/// What training cases describe in a form of their own.
final class TrainingCases {
    private static final List<Class<? extends Callback>> CALLBACKS =
            List.of(
                    EarlyStopping.class,
                    ReduceLROnPlateau.class,
                    SwapEMAWeights.class,
                    TerminateOnNaN.class);

    private TrainingCases() {}

    /// Weights by class number.
    static Map<Integer, Double> classWeights(Map<String, @Nullable Object> plain) {
        var weights = new HashMap<Integer, Double>();
        plain.forEach(
                (name, value) -> weights.put((int) Double.parseDouble(name), Arrays.number(value)));
        return weights;
    }

    /// A callback by `{class_name, config}`.
    static Callback callback(Map<String, @Nullable Object> plain) {
        String name = String.valueOf(plain.get("class_name"));
        Map<String, @Nullable Object> config = Case.asMap(plain.get("config"));
        if (name.equals("LearningRateScheduler")) {
            return scheduler(config);
        }
        for (Class<? extends Callback> type : CALLBACKS) {
            if (type.getSimpleName().equals(name)) {
                return Configs.make(type, config);
            }
        }
        throw new IllegalArgumentException("no callback " + name);
    }

    /// A rule for learning rates: a list of them, one for each epoch.
    private static Callback scheduler(Map<String, @Nullable Object> config) {
        if (!(config.get("schedule") instanceof List<?> rates)) {
            throw new IllegalArgumentException(
                    "only a list of learning rates can be followed: " + config);
        }
        return new LearningRateScheduler(
                (epoch, _) -> Arrays.number(rates.get(Math.min(epoch, rates.size() - 1))));
    }
}
