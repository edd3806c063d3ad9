package nacre.layers.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// Finds the constructor that the options of a config belong to.
final class Constructors {
    private Constructors() {}

    /// The constructor whose arguments the options name; of several the one with the most.
    @SuppressWarnings("unchecked") // getDeclaredConstructors gives the constructors of T
    static <T> Constructor<T> find(Class<T> type, Map<String, ?> options) {
        var kinds = new HashMap<String, Class<?>>();
        for (Field field : Configs.fields(type)) {
            kinds.put(field.getName(), field.getType());
        }
        Constructor<T> best = null;
        for (var constructor : (Constructor<T>[]) type.getDeclaredConstructors()) {
            boolean more =
                    best == null || constructor.getParameterCount() > best.getParameterCount();
            if (more && fits(constructor, kinds, options)) {
                best = constructor;
            }
        }
        if (best == null) {
            throw missing(type, options);
        }
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
                            || Configs.isInline(constructor.getDeclaringClass(), name);
            if (!given || kinds.get(name) != constructor.getParameterTypes()[i]) {
                return false;
            }
        }
        return true;
    }

    /// The names of a constructor's arguments. A class compiled without `-parameters` has lost
    /// them; then its final fields of the same types, in order, say what they were.
    static List<String> argumentNames(Constructor<?> constructor) {
        Class<?> type = constructor.getDeclaringClass();
        Iterator<Field> options =
                Configs.fields(type).stream()
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
                Configs.fields(type).stream()
                        .filter(field -> Modifier.isFinal(field.getModifiers()))
                        .map(field -> Names.key(field.getName()))
                        .collect(Collectors.joining(", "));
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

    /// Whether an argument may not be null; a class from elsewhere does not say so.
    static boolean isNeeded(Parameter parameter, Class<?> type) {
        return type.getPackage().isAnnotationPresent(NullMarked.class)
                && parameter.getType() != Object.class
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
