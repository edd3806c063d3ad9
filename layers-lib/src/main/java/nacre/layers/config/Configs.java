package nacre.layers.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the config of an object off its fields, and makes an object from a config.
public final class Configs {
    private Configs() {}

    /// The options of an object: every field that is neither static, `transient` nor a weight, base
    // class first.
    public static Config of(Object object) {
        var config = new Config(object.getClass());
        for (Field field : fields(object.getClass())) {
            config.put(Names.key(field.getName()), Values.plain(get(field, object)));
        }
        return config;
    }

    /// An object of this class with these options; options that are missing keep their defaults,
    // unknown ones are
    /// ignored, as other versions may have written them.
    public static <T> T make(Class<T> type, Map<String, ? extends @Nullable Object> options) {
        Constructor<T> constructor = constructor(type, options);
        Parameter[] parameters = constructor.getParameters();
        Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            String key = Names.key(parameters[i].getName());
            arguments[i] =
                    Values.fit(options.get(key), parameters[i].getParameterizedType(), type, key);
        }
        T object = call(() -> constructor.newInstance(arguments));
        List<String> given = Stream.of(parameters).map(Parameter::getName).toList();
        for (Field field : fields(type)) {
            String key = Names.key(field.getName());
            if (!given.contains(field.getName())
                    && !Modifier.isFinal(field.getModifiers())
                    && options.containsKey(key)) {
                option(
                        object,
                        field,
                        Values.fit(options.get(key), field.getGenericType(), type, key));
            }
        }
        return object;
    }

    /// Sets an option by its own method, which checks it; a field without one is set directly.
    private static void option(Object object, Field field, @Nullable Object value) {
        for (Class<?> c = object.getClass(); c != null; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equals(field.getName())
                        && Arrays.equals(
                                method.getParameterTypes(), new Class<?>[] {field.getType()})
                        && value != null) {
                    method.setAccessible(true);
                    Object unused = call(() -> method.invoke(object, value));
                    return;
                }
            }
        }
        call(
                () -> {
                    field.set(object, value);
                    return object;
                });
    }

    /// The constructor whose arguments the options name; of several the one with the most.
    @SuppressWarnings("unchecked") // getDeclaredConstructors gives the constructors of T
    private static <T> Constructor<T> constructor(Class<T> type, Map<String, ?> options) {
        var kinds = new HashMap<String, Class<?>>();
        fields(type).forEach(field -> kinds.put(field.getName(), field.getType()));
        Comparator<Constructor<T>> most = Comparator.comparingInt(Constructor::getParameterCount);
        Constructor<T> best =
                Stream.of((Constructor<T>[]) type.getDeclaredConstructors())
                        .filter(
                                c ->
                                        Stream.of(c.getParameters())
                                                .allMatch(
                                                        p ->
                                                                Objects.equals(
                                                                                kinds.get(
                                                                                        p
                                                                                                .getName()),
                                                                                p.getType())
                                                                        && options.containsKey(
                                                                                Names.key(
                                                                                        p
                                                                                                .getName()))))
                        .max(most)
                        .orElseThrow(() -> missing(type, options));
        best.setAccessible(true);
        return best;
    }

    private static IllegalArgumentException missing(Class<?> type, Map<String, ?> options) {
        String needed =
                String.join(
                        ", ",
                        fields(type).stream()
                                .filter(f -> Modifier.isFinal(f.getModifiers()))
                                .map(f -> Names.key(f.getName()))
                                .toList());
        return new IllegalArgumentException(
                "A config of "
                        + type.getSimpleName()
                        + " needs "
                        + needed
                        + "; got "
                        + options.keySet()
                        + ". A class of your own needs a final field for each constructor argument, of the same name"
                        + " and type.");
    }

    /// The fields that are options, base class first.
    public static List<Field> fields(Class<?> type) {
        var result = new ArrayList<Field>();
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            result.addAll(fields(type.getSuperclass()));
        }
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            boolean isWeight = nacre.tensor.Weight.class.isAssignableFrom(field.getType());
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

    private interface Reflective<T> {
        T run() throws ReflectiveOperationException;
    }

    private static <T> T call(Reflective<T> action) {
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
