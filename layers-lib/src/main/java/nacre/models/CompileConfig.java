package nacre.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.layers.config.Serializable;
import org.jspecify.annotations.Nullable;

/// How a model is trained, as Keras writes it, both ways.
final class CompileConfig {
    private CompileConfig() {}

    static Map<String, @Nullable Object> of(Compilation how) {
        var config = new LinkedHashMap<String, @Nullable Object>();
        config.put("optimizer", plain(nacre.training.Optimizer.of(how.optimizer())));
        config.put("loss", plain(how.loss()));
        config.put("loss_weights", orNull(how.lossWeights()));
        config.put("metrics", orNull(how.metrics()));
        config.put("weighted_metrics", orNull(how.weightedMetrics()));
        config.put("run_eagerly", false);
        config.put("steps_per_execution", 1);
        config.put("jit_compile", false);
        return config;
    }

    private static @Nullable Object orNull(Object value) {
        boolean empty = value instanceof List<?> list && list.isEmpty();
        return empty ? null : plain(value);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Serializable object -> object.serialize();
            case List<?> list -> list.stream().map(CompileConfig::plain).toList();
            case Map<?, ?> map -> {
                var result = new LinkedHashMap<String, Object>();
                map.forEach((key, item) -> result.put(String.valueOf(key), plain(item)));
                yield result;
            }
            default -> value;
        };
    }
}
