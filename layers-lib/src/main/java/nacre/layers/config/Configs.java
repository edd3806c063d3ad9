package nacre.layers.config;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
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
                of(Objects.requireNonNull(get(field, object)))
                        .forEach(
                                (key, value) -> {
                                    if (!config.containsKey(key)) {
                                        config.put(key, value);
                                    }
                                });
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
        Constructor<T> constructor = constructor(type, options);
        Parameter[] parameters = constructor.getParameters();
        List<String> names = argumentNames(constructor);
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
            if (arguments[i] == null && isNeeded(parameters[i], type)) {
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

    /// Whether an argument may not be null; a class from elsewhere does not say so.
    private static boolean isNeeded(Parameter parameter, Class<?> type) {
        return type.getPackage().isAnnotationPresent(NullMarked.class)
                && parameter.getType() != Object.class
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
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
                option(object, field, key, options.get(key));
            }
        }
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

    private static boolean isInline(Class<?> type, String name) {
        return fields(type).stream()
                .anyMatch(
                        field ->
                                field.getName().equals(name)
                                        && field.isAnnotationPresent(Inline.class));
    }

    /// What is left for an inline object.
    private static Map<String, ? extends @Nullable Object> withoutOwn(
            Class<?> type, Map<String, ? extends @Nullable Object> options) {
        var rest = new LinkedHashMap<String, @Nullable Object>(options);
        fields(type).forEach(field -> rest.remove(Names.key(field.getName())));
        return rest;
    }

    /// Sets an option by its own method, which checks it: the one that takes the field's type, or a
    /// name where a name is given; a field without one is set directly.
    private static void option(Object object, Field field, String key, @Nullable Object given) {
        if (given == null && Values.none(field.getType()) == null && !mayBeNull(field)) {
            if (field.getType() == double.class) {
                throw new IllegalArgumentException(
                        object.getClass().getSimpleName()
                                + ": `"
                                + key
                                + "` must be a number; got none. Leave it out for the default.");
            }
            return; // Keras's None: the default
        }
        if (given instanceof String
                && optionByMethod(object, field.getName(), String.class, given)) {
            return;
        }
        Object value = Values.fit(given, field.getGenericType(), object.getClass(), key);
        if (value != null && optionByMethod(object, field.getName(), field.getType(), value)) {
            return;
        }
        call(
                () -> {
                    field.set(object, value);
                    return object;
                });
    }

    /// Sets an option that is no part of the config, by its method; says whether there is one. None
    /// is the default.
    public static boolean setByMethod(Object object, String name, @Nullable Object value) {
        for (Method method : object.getClass().getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == 1
                    && method.getReturnType().isInstance(object)) {
                if (value != null) {
                    Object fit =
                            Values.fit(
                                    value,
                                    method.getGenericParameterTypes()[0],
                                    object.getClass(),
                                    Names.key(name));
                    Object unused = call(() -> method.invoke(object, fit));
                }
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeNull(Field field) {
        return field.getType() == Object.class
                || field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean optionByMethod(Object object, String name, Class<?> type, Object value) {
        for (Class<?> c = object.getClass(); c != null; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equals(name) && takes(method, type)) {
                    method.setAccessible(true);
                    Object unused = call(() -> method.invoke(object, value));
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean takes(Method method, Class<?> type) {
        return method.getParameterCount() == 1
                && boxed(method.getParameterTypes()[0]) == boxed(type);
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /// The constructor whose arguments the options name; of several the one with the most.
    @SuppressWarnings("unchecked") // getDeclaredConstructors gives the constructors of T
    private static <T> Constructor<T> constructor(Class<T> type, Map<String, ?> options) {
        var kinds = new HashMap<String, Class<?>>();
        fields(type).forEach(field -> kinds.put(field.getName(), field.getType()));
        Constructor<T> best =
                Stream.of((Constructor<T>[]) type.getDeclaredConstructors())
                        .filter(constructor -> fits(constructor, kinds, options))
                        .max(Comparator.comparingInt(Constructor::getParameterCount))
                        .orElseThrow(() -> missing(type, options));
        best.setAccessible(true);
        return best;
    }

    private static boolean fits(
            Constructor<?> constructor, Map<String, Class<?>> kinds, Map<String, ?> options) {
        List<String> names = argumentNames(constructor);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean given =
                    options.containsKey(Names.key(name))
                            || isInline(constructor.getDeclaringClass(), name);
            if (!given || kinds.get(name) != constructor.getParameterTypes()[i]) {
                return false;
            }
        }
        return true;
    }

    /// The names of a constructor's arguments. A class compiled without `-parameters` has lost
    /// them; then its final fields of the same types, in order, say what they were.
    private static List<String> argumentNames(Constructor<?> constructor) {
        Class<?> type = constructor.getDeclaringClass();
        Iterator<Field> options =
                fields(type).stream()
                        .filter(field -> field.getDeclaringClass() == type)
                        .filter(field -> Modifier.isFinal(field.getModifiers()))
                        .iterator();
        var names = new ArrayList<String>();
        for (Parameter parameter : constructor.getParameters()) {
            String name = parameter.getName();
            boolean found = parameter.isNamePresent();
            while (!found && options.hasNext()) {
                Field option = options.next();
                found = option.getType() == parameter.getType();
                name = found ? option.getName() : name;
            }
            names.add(name);
        }
        return names;
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
