package nacre.layers.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The options of an object as Keras writes them: a map of plain values that also knows whose
/// config it is.
public final class Config extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1;
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

    /// This config with another value for one option.
    public Config with(String key, @Nullable Object value) {
        var copy = new Config(type, this);
        copy.put(key, value);
        return copy;
    }
}
