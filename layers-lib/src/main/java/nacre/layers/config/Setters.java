package nacre.layers.config;

import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// Sets the options of an object that is there, by their own methods.
final class Setters {
    private Setters() {}

    /// Sets an option by its own method, which checks it: the one that takes the field's type, or a
    /// name where a name is given; a field without one is set directly.
    static void set(Object object, Field field, String key, @Nullable Object given) {
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
        Configs.call(
                () -> {
                    field.set(object, value);
                    return object;
                });
    }

    /// Sets an option that is no part of the config, by its method; says whether there is one. None
    /// is the default.
    static boolean setByMethod(Object object, String name, @Nullable Object value) {
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
                    Object unused = Configs.call(() -> method.invoke(object, fit));
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
                    Object unused = Configs.call(() -> method.invoke(object, value));
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
}
