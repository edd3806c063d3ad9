package nacre.layers.config;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Single values of a config: from a field's type to plain text, numbers, lists and maps, and back.
final class Values {
    private Values() {}

    /// A value as JSON can write it.
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Serializable object -> object.serialize();
            case Plain object -> object.plain();
            case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT);
            case Shape shape -> plain(shape.dims(), true);
            case Tensor tensor -> nested(tensor);
            case List<?> list -> {
                var result = new ArrayList<@Nullable Object>();
                list.forEach(item -> result.add(plain(item)));
                yield result;
            }
            case Map<?, ?> map -> {
                var result = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, item) -> result.put(String.valueOf(key), plain(item)));
                yield result;
            }
            default -> value.getClass().isArray() ? plain(value, false) : value;
        };
    }

    private static List<@Nullable Object> plain(Object array, boolean unknownSizes) {
        var result = new ArrayList<@Nullable Object>();
        for (int i = 0; i < Array.getLength(array); i++) {
            Object item = Array.get(array, i);
            result.add(unknownSizes && item.equals(Shape.NONE) ? null : plain(item));
        }
        return result;
    }

    private static Object nested(Tensor tensor) {
        if (tensor.rank() == 0) {
            // the shortest text of the float
            return Double.parseDouble(Float.toString(tensor.item()));
        }
        var result = new ArrayList<@Nullable Object>();
        for (int i = 0; i < tensor.dim(0); i++) {
            result.add(nested(tensor.at(0, i)));
        }
        return result;
    }

    /// A plain value as the type of an option wants it.
    static @Nullable Object fit(@Nullable Object value, Type type, Class<?> owner, String key) {
        try {
            return fit(value, type);
        } catch (ClassCastException | NumberFormatException | ArithmeticException _) {
            throw new IllegalArgumentException(
                    "%s: `%s` must be %s; got %s."
                            .formatted(owner.getSimpleName(), key, kindOf(type), value));
        }
    }

    private static String kindOf(Type type) {
        return switch (type.getTypeName().replaceFirst(".*\\.", "")) {
            case "int", "long", "Integer", "Long" -> "a whole number";
            case "double", "float", "Double", "Float" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "int[]" -> "a whole number or a list of them";
            case "Shape" -> "a list of sizes";
            case "double[]", "float[]" -> "a list of numbers";
            case String other -> "of the kind " + other;
        };
    }

    private static @Nullable Object fit(@Nullable Object value, Type type) {
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == List.class
                && value != null) {
            var result = new ArrayList<@Nullable Object>();
            items(value)
                    .forEach(item -> result.add(fit(item, generic.getActualTypeArguments()[0])));
            return result;
        }
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == Map.class
                && value instanceof Map<?, ?> map) {
            Type values = generic.getActualTypeArguments()[1];
            var result = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, item) -> result.put(String.valueOf(key), fit(item, values)));
            return result;
        }
        if (type == Object.class && value instanceof Map<?, ?> map) {
            return Sharing.plain(map);
        }
        Class<?> kind =
                type instanceof ParameterizedType generic
                        ? (Class<?>) generic.getRawType()
                        : raw(type);
        if (value == null) {
            return none(kind);
        }
        if (kind.isInstance(value) && kind != Object.class) {
            return value;
        }
        if (kind == int.class || kind == Integer.class) {
            return Math.toIntExact(whole(value));
        } else if (kind == long.class || kind == Long.class) {
            return whole(value);
        } else if (kind == double.class || kind == Double.class) {
            return ((Number) value).doubleValue();
        } else if (kind == float.class || kind == Float.class) {
            return ((Number) value).floatValue();
        } else if (kind == boolean.class) {
            return (boolean) value;
        } else if (kind.isArray()) {
            return array(value, kind.componentType());
        } else if (kind == Shape.class) {
            return value instanceof Number size
                    ? Shape.of(size.intValue())
                    : shape((List<?>) value);
        } else if (kind == Tensor.class) {
            return tensor(value);
        } else if (kind.isEnum() && !hasOf(kind)) {
            return choice(kind, (String) value);
        }
        return named(kind, value);
    }

    /// A whole number, also if it was written as `3.0`.
    private static long whole(Object value) {
        double number = ((Number) value).doubleValue();
        if (number != Math.rint(number)) {
            throw new NumberFormatException("not a whole number: " + value);
        }
        return ((Number) value).longValue();
    }

    private static Tensor tensor(Object value) {
        if (value instanceof List<?> list) {
            return Tensor.stack(list.stream().map(Values::tensor).toList(), 0);
        }
        return Tensor.of(((Number) value).floatValue());
    }

    private static Class<?> raw(Type type) {
        return type instanceof Class<?> c ? c : Object.class;
    }

    private static Object array(Object value, Class<?> component) {
        List<?> items = items(value);
        Object array = Array.newInstance(component, items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, fit(items.get(i), component));
        }
        return array;
    }

    /// A list, or a single value as a list.
    private static List<?> items(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static Shape shape(List<?> dims) {
        return Shape.of(
                dims.stream().mapToInt(dim -> dim == null ? Shape.NONE : size(dim)).toArray());
    }

    /// A size of a shape; an unknown one is none, not -1.
    private static int size(Object dim) {
        int size = Math.toIntExact(whole(dim));
        if (size < 0) {
            throw new NumberFormatException("not a size: " + dim);
        }
        return size;
    }

    private static Object choice(Class<?> kind, String name) {
        List<String> known = new ArrayList<>();
        for (Object constant : kind.getEnumConstants()) {
            String plain = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
            if (plain.equals(name.toLowerCase(Locale.ROOT))) {
                return constant;
            }
            known.add(plain);
        }
        throw new IllegalArgumentException(
                "There is no "
                        + kind.getSimpleName().toLowerCase(Locale.ROOT)
                        + " \""
                        + name
                        + "\". "
                        + Suggest.text(name, known));
    }

    /// What Keras's None stands for, if the type has a word for it: a `static T none()`.
    static @Nullable Object none(Class<?> kind) {
        try {
            return kind.getMethod("none").invoke(null);
        } catch (ReflectiveOperationException _) {
            return null;
        }
    }

    private static boolean hasOf(Class<?> kind) {
        return Stream.of(kind.getMethods())
                .anyMatch(
                        method -> method.getName().equals("of") && method.getParameterCount() == 1);
    }

    /// Types with a `static T of(Object)` or `of(String)` know best what a name or a map stands
    /// for.
    private static Object named(Class<?> kind, Object value) {
        for (Class<?> parameter : List.of(Object.class, String.class)) {
            try {
                Method of = kind.getMethod("of", parameter);
                if (Modifier.isStatic(of.getModifiers()) && parameter.isInstance(value)) {
                    of.setAccessible(true); // the type itself may be out of sight
                    return of.invoke(null, value);
                }
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            } catch (ReflectiveOperationException _) {
                // no such method: perhaps the other one
            }
        }
        if (kind.isInstance(value)) {
            return value;
        }
        throw new ClassCastException(kind + " from " + value);
    }
}
