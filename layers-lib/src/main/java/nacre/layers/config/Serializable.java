package nacre.layers.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that Keras writes as a class name with a config: a layer, an initializer, an
/// optimizer, a loss.
public interface Serializable {

    /// The options.
    default Config getConfig() {
        return Configs.of(this);
    }

    /// The module that Keras has the class in, such as `keras.layers`.
    String module();

    /// Keras's name of the class.
    default String className() {
        return getClass().getSimpleName();
    }

    /// Says so if options contradict each other; asked once all of them are known.
    default void checkOptions() {}

    /// What Keras writes into a file: module, class name and config; some things are just a name.
    default Object serialize() {
        var result = new LinkedHashMap<String, @Nullable Object>();
        boolean ours = getClass().getName().startsWith("nacre.");
        result.put("module", ours ? module() : null);
        result.put("class_name", className());
        result.put("config", getConfig());
        result.put("registered_name", registeredName());
        return result;
    }

    /// The name under which Keras has registered the class; null for its public classes.
    default @Nullable String registeredName() {
        return getClass().getName().startsWith("nacre.") ? null : "Custom>" + className();
    }

    /// An object of a kind from what [#serialize] gave, from a name in Keras's spelling, or itself.
    static <T> T make(Class<T> kind, Object identifier) {
        if (kind.isInstance(identifier)) {
            return kind.cast(identifier);
        }
        if (identifier instanceof Map<?, ?> map && map.get("class_name") instanceof String name) {
            Object known = Sharing.known(map);
            if (kind.isInstance(known)) {
                return kind.cast(known);
            }
            Object config = map.get("config");
            T made =
                    Configs.make(
                            Registry.find(kind, name),
                            config instanceof Map<?, ?> given ? Sharing.plain(given) : Map.of());
            Sharing.made(map, made);
            return made;
        }
        if (identifier instanceof String name) {
            return Configs.make(Registry.find(kind, name), Map.of());
        }
        throw new IllegalArgumentException(
                "`%s` can be given by its name, as an object, or by its config; got %s."
                        .formatted(kind.getSimpleName().toLowerCase(Locale.ROOT), identifier));
    }
}
