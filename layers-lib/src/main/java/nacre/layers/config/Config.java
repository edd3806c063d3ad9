package nacre.layers.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The options of an object as Keras writes them: a map of plain values that also knows whose
/// config it is.
public final class Config extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1;
    private static final Set<String> OF_OTHER_VERSIONS =
            Set.of(
                    "autocast",
                    "batch_input_shape",
                    "batch_shape",
                    "build_config",
                    "dtype",
                    "implementation",
                    "input_dim",
                    "input_length",
                    "input_shape",
                    "quantization_config",
                    "ragged",
                    "shared_object_id",
                    "sparse",
                    "time_major");

    private final transient Class<?> type;

    /// An empty config of an object of class `type`.
    public Config(Class<?> type) {
        this.type = type;
    }

    /// A config of an object of class `type` with these options.
    public Config(Class<?> type, Map<String, ? extends @Nullable Object> options) {
        super(options);
        this.type = type;
    }

    /// Whose config this is.
    public Class<?> type() {
        return type;
    }

    /// A copy without the order, for looking only.
    public Map<String, @Nullable Object> asMap() {
        return Collections.unmodifiableMap(this);
    }

    /// Refuses an option that the class does not have: misspelled, it would do nothing, and nobody
    /// would notice. A class with a `fromConfig` of its own reads what it wants.
    public void refuseUnknown() {
        if (Configs.readsItself(type)) {
            return;
        }
        List<String> known = Configs.keys(type);
        for (String key : keySet()) {
            if (!known.contains(key) && !OF_OTHER_VERSIONS.contains(key)) {
                throw new IllegalArgumentException(
                        "%s has no option `%s`. %s"
                                .formatted(type.getSimpleName(), key, Suggest.text(key, known)));
            }
        }
    }

    /// This config with another value for one option.
    public Config with(String key, @Nullable Object value) {
        var copy = new Config(type, this);
        copy.put(key, value);
        return copy;
    }
}
