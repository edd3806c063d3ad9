package nacre.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// Parts of a config that comes from a file, with errors that say what is wrong with it.
final class Plain {
    private Plain() {}

    static Map<String, @Nullable Object> map(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(
                    "The config of a model should have names and values here; got " + value + ".");
        }
        var result = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, item) -> result.put(String.valueOf(key), item));
        return result;
    }

    static Object need(Map<String, @Nullable Object> config, String key) {
        Object value = config.get(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The config of a model lacks `" + key + "`; it has " + config.keySet() + ".");
        }
        return value;
    }

    static List<?> list(Map<String, @Nullable Object> config, String key) {
        if (need(config, key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(
                "`"
                        + key
                        + "` in the config of a model must be a list; got "
                        + config.get(key)
                        + ".");
    }

    static String text(Map<String, @Nullable Object> config, String key) {
        if (need(config, key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(
                "`"
                        + key
                        + "` in the config of a model must be a text; got "
                        + config.get(key)
                        + ".");
    }

    /// A shape as a config has it: unknown sizes are null.
    static List<@Nullable Object> shape(Shape shape) {
        var sizes = new ArrayList<@Nullable Object>();
        for (int dim : shape.dims()) {
            sizes.add(dim == Shape.NONE ? null : dim);
        }
        return sizes;
    }

    static int whole(@Nullable Object value) {
        if (value instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw new IllegalArgumentException(
                "A whole number was expected in the config of a model; got " + value + ".");
    }
}
