package nacre.parity;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nacre.layers.config.Configs;
import nacre.layers.config.Names;
import nacre.layers.config.Registry;
import nacre.layers.config.Serializable;
import nacre.layers.config.Suggest;
import org.jspecify.annotations.Nullable;

/// Makes objects as a case says: by class name and arguments as in Keras.
final class Made {
    private Made() {}

    /// An object from positional and named arguments.
    static <T> T from(
            Class<T> kind, String className, List<?> args, Map<String, @Nullable Object> kwargs) {
        Class<? extends T> type = Registry.find(kind, className);
        var options = new LinkedHashMap<String, @Nullable Object>();
        List<String> positional = args.isEmpty() ? List.of() : positional(type, args.size());
        for (int i = 0; i < args.size(); i++) {
            options.put(positional.get(i), args.get(i));
        }
        options.putAll(kwargs);
        List<String> known = Configs.keys(type);
        var others = new LinkedHashMap<>(options);
        others.keySet().removeAll(known);
        options.keySet().retainAll(known);
        T made = Configs.make(type, options);
        others.forEach((key, value) -> set(made, className, key, value));
        if (made instanceof Serializable object) {
            object.checkOptions();
        }
        return made;
    }

    /// Sets an option that configs do not hold: by its method, if it has any effect at all.
    private static void set(Object made, String className, String key, @Nullable Object value) {
        boolean isOption = Configs.setByMethod(made, Names.camel(key), value);
        if (!isOption && value != null && !Differences.isIgnored(className, key)) {
            throw new IllegalArgumentException(
                    className
                            + " has no argument `"
                            + key
                            + "`. "
                            + Suggest.text(key, Configs.keys(made.getClass())));
        }
    }

    /// The keys of the first arguments: those of the shortest constructor that takes so many.
    private static List<String> positional(Class<?> type, int count) {
        String lack = type.getSimpleName() + " has no constructor of " + count + " arguments";
        return Stream.of(type.getConstructors())
                .filter(constructor -> constructor.getParameterCount() >= count)
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .map(Constructor::getParameters)
                .map(Made::keys)
                .orElseThrow(() -> new UnsupportedOperationException(lack));
    }

    private static List<String> keys(Parameter... parameters) {
        return Stream.of(parameters).map(Parameter::getName).map(Names::key).toList();
    }

    /// The same object again, from what it writes about itself.
    static <T> T again(Class<T> kind, Serializable object) {
        return Serializable.make(kind, object.serialize());
    }

    /// Compares what an object writes about itself with what Keras wrote; `build_config` is about a
    /// call.
    static void compare(Checks checks, String what, Serializable object, @Nullable Object want) {
        checks.config(what, withoutBuild(object.serialize()), withoutBuild(want));
    }

    private static @Nullable Object withoutBuild(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach(
                    (key, item) -> {
                        if (!key.equals("build_config")) {
                            copy.put(key, withoutBuild(item));
                        }
                    });
            return copy;
        }
        return value instanceof List<?> list
                ? list.stream().map(Made::withoutBuild).toList()
                : value;
    }
}
