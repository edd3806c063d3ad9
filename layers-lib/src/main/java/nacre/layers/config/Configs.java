package nacre.layers.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// Reads the config of an object off its fields, and makes an object from a config.
public final class Configs {
    private Configs() {}

    /// The options of an object: every field that is neither static, `transient` nor a weight, base
    /// class first.
    public static Config of(Object object) {
        var config = new Config(object.getClass());
        for (Field field : fields(object.getClass())) {
            if (field.isAnnotationPresent(Inline.class)) {
                Config inner = of(Objects.requireNonNull(get(field, object)));
                for (String key : inner.keySet()) {
                    if (!config.containsKey(key)) {
                        config.put(key, inner.get(key));
                    }
                }
            } else {
                config.put(Names.key(field.getName()), Values.plain(get(field, object)));
            }
        }
        return config;
    }

    /// The keys of all options of a class.
    public static List<String> keys(Class<?> type) {
        return fields(type).stream()
                .flatMap(
                        field ->
                                field.isAnnotationPresent(Inline.class)
                                        ? keys(field.getType()).stream()
                                        : Stream.of(Names.key(field.getName())))
                .distinct()
                .toList();
    }

    /// An object of this class with these options; options that are missing keep their defaults,
    /// unknown ones are ignored, as other versions may have written them.
    ///
    /// A class that is more than its options has a `static T fromConfig(Map<String, Object>
    /// config)`.
    public static <T> T make(Class<T> type, Map<String, ? extends @Nullable Object> options) {
        Method own = ownReader(type);
        return own != null ? type.cast(call(() -> own.invoke(null, options))) : fill(type, options);
    }

    /// The same without the class's own `fromConfig`, which may use it.
    public static <T> T fill(Class<T> type, Map<String, ? extends @Nullable Object> options) {
        Constructor<T> constructor = Constructors.find(type, options);
        Parameter[] parameters = constructor.getParameters();
        List<String> names = Constructors.argumentNames(constructor);
        Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            String key = Names.key(names.get(i));
            arguments[i] =
                    isInline(type, names.get(i))
                            ? make(parameters[i].getType(), withoutOwn(type, options))
                            : Values.fit(
                                    options.get(key),
                                    parameters[i].getParameterizedType(),
                                    type,
                                    key);
            if (arguments[i] == null && Constructors.isNeeded(parameters[i], type)) {
                throw new IllegalArgumentException(
                        type.getSimpleName() + ": `" + key + "` must be given; got none.");
            }
        }
        T object = call(() -> constructor.newInstance(arguments));
        if (type.isRecord()) {
            return type.cast(completed(type, object, options));
        }
        apply(object, options, names);
        if (object instanceof Serializable made) {
            made.checkOptions();
        }
        return object;
    }

    /// Sets options of an object that is there already.
    public static void apply(Object object, Map<String, ? extends @Nullable Object> options) {
        apply(object, options, List.of());
    }

    private static void apply(
            Object object, Map<String, ? extends @Nullable Object> options, List<String> given) {
        for (Field field : fields(object.getClass())) {
            String key = Names.key(field.getName());
            if (!given.contains(field.getName())
                    && !Modifier.isFinal(field.getModifiers())
                    && options.containsKey(key)) {
                Setters.set(object, field, key, options.get(key));
            }
        }
    }

    /// Sets an option that is no part of the config, by its method; says whether there is one. None
    /// is the default.
    public static boolean setByMethod(Object object, String name, @Nullable Object value) {
        return Setters.setByMethod(object, name, value);
    }

    /// Whether a class has a `fromConfig` of its own.
    static boolean readsItself(Class<?> type) {
        return ownReader(type) != null;
    }

    private static @Nullable Method ownReader(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            boolean takesMap =
                    method.getParameterCount() == 1 && method.getParameterTypes()[0] == Map.class;
            if (takesMap
                    && method.getName().equals("fromConfig")
                    && Modifier.isStatic(method.getModifiers())) {
                method.setAccessible(true);
                return method;
            }
        }
        return null;
    }

    /// A record like `base` with the options that its constructor did not take.
    private static Object completed(
            Class<?> type, Object base, Map<String, ? extends @Nullable Object> options) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = components[i];
            String key = Names.key(component.getName());
            component.getAccessor().setAccessible(true);
            values[i] =
                    options.containsKey(key)
                            ? Values.fit(options.get(key), component.getGenericType(), type, key)
                            : call(() -> component.getAccessor().invoke(base));
        }
        return call(
                () -> {
                    Constructor<?> canonical = type.getDeclaredConstructor(types);
                    canonical.setAccessible(true);
                    return canonical.newInstance(values);
                });
    }

    static boolean isInline(Class<?> type, String name) {
        boolean inline = false;
        for (Field field : fields(type)) {
            inline |= field.getName().equals(name) && field.isAnnotationPresent(Inline.class);
        }
        return inline;
    }

    /// What is left for an inline object.
    private static Map<String, ? extends @Nullable Object> withoutOwn(
            Class<?> type, Map<String, ? extends @Nullable Object> options) {
        var rest = new LinkedHashMap<String, @Nullable Object>(options);
        fields(type).forEach(field -> rest.remove(Names.key(field.getName())));
        return rest;
    }

    /// The fields that are options, base class first.
    public static List<Field> fields(Class<?> type) {
        var result = new ArrayList<Field>();
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            result.addAll(fields(type.getSuperclass()));
        }
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            boolean isWeight = Weight.class.isAssignableFrom(field.getType());
            if (!Modifier.isStatic(modifiers)
                    && !Modifier.isTransient(modifiers)
                    && !field.isSynthetic()
                    && !isWeight) {
                field.setAccessible(true);
                result.add(field);
            }
        }
        return result;
    }

    private static @Nullable Object get(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }

    /// Something that only works by reflection.
    interface Reflective<T> {
        T run() throws ReflectiveOperationException;
    }

    /// Does it; what the called method throws comes out as it is.
    static <T> T call(Reflective<T> action) {
        try {
            return action.run();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
