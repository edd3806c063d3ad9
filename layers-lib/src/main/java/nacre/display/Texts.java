package nacre.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Writes any value as text: arrays by their content, long ones with the middle left out.
final class Texts {
    /// More elements than this are not all written …
    private static final int LONG = 100;

    /// … but so many of the first, and of the last.
    private static final int FIRST = 10;

    private static final int LAST = 3;

    /// Structures nested deeper than this (perhaps endlessly: a list can contain itself) end in
    /// "…".
    private static final int DEEP = 8;

    /// A text with more characters than this is cut, before a page that shows it comes to a halt.
    private static final int MOST = 1_000_000;

    private Texts() {}

    /// The text of `value`; a `toString()` that fails gives a sentence that says so.
    static String of(@Nullable Object value) {
        var failures = new ArrayList<String>();
        Optional<String> text =
                Attempt.of("toString()", () -> write(value, 0, new StringBuilder()), failures);
        return text.orElseGet(() -> name(value) + " " + String.join(" ", failures));
    }

    private static String name(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getSimpleName();
    }

    private static String write(@Nullable Object value, int depth, StringBuilder out) {
        switch (value) {
            case Object own when speaksForItself(own) -> append(own, out);
            case Collection<?> collection when depth > DEEP -> out.append("[…]");
            case Collection<?> collection -> elements(new ArrayList<>(collection), depth, out);
            case Map<?, ?> map when depth > DEEP -> out.append("{…}");
            case Map<?, ?> map -> entries(map, depth, out);
            case BaseStream<?, ?> stream -> out.append(notRunYet(stream));
            case null -> out.append("null");
            default -> {
                if (value.getClass().isArray()) {
                    array(value, depth, out);
                } else if (writer(value) == Object.class) {
                    out.append(kind(value.getClass())).append('@');
                    out.append(Integer.toHexString(value.hashCode()));
                } else {
                    append(value, out);
                }
            }
        }
        return out.toString();
    }

    /// To look into a stream would use it up.
    private static String notRunYet(BaseStream<?, ?> stream) {
        String says = "%s: nothing of it is computed yet; `.%s` does it";
        return switch (stream) {
            case IntStream _ -> says.formatted("IntStream", "toArray()");
            case LongStream _ -> says.formatted("LongStream", "toArray()");
            case DoubleStream _ -> says.formatted("DoubleStream", "toArray()");
            default -> says.formatted("Stream", "toList()");
        };
    }

    private static void append(Object value, StringBuilder out) {
        out.append(Excerpt.of(String.valueOf(value.toString()), MOST));
    }

    /// Whether the class has its own `toString()`; those of lists and maps of the JDK are not
    /// "own".
    static boolean speaksForItself(Object value) {
        return !writer(value).getName().startsWith("java.");
    }

    private static Class<?> writer(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass();
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every object has a toString()", e);
        }
    }

    /// What an object without words of its own is: its class as the code names it, or what a lambda
    /// or a class without a name stands for.
    private static String kind(Class<?> type) {
        if (!type.isHidden() && !type.isAnonymousClass()) {
            return type.getSimpleName();
        }
        Class<?>[] interfaces = type.getInterfaces();
        Class<?> base = interfaces.length > 0 ? interfaces[0] : type.getSuperclass();
        return base.getSimpleName();
    }

    private static void elements(List<?> list, int depth, StringBuilder out) {
        boolean rows = list.stream().anyMatch(e -> e != null && e.getClass().isArray());
        join(list.size(), rows, depth, out, i -> write(list.get(i), depth + 1, out));
    }

    private static void array(Object array, int depth, StringBuilder out) {
        if (depth > DEEP) {
            out.append("[…]");
            return;
        }
        boolean rows = array.getClass().getComponentType().isArray();
        join(
                Array.getLength(array),
                rows,
                depth,
                out,
                i -> write(Array.get(array, i), depth + 1, out));
    }

    private interface Element {
        void write(int index);
    }

    /// Writes `[a, b, c]`, or one row under the other; from a long one its two ends and its length.
    private static void join(
            int size, boolean rows, int depth, StringBuilder out, Element element) {
        String between = rows ? ",\n " + " ".repeat(depth) : ", ";
        out.append('[');
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                out.append(between);
            }
            if (out.length() > MOST) {
                out.append("… ").append(size - i).append(" more");
                break;
            }
            if (size > LONG && i == FIRST) {
                out.append('…').append(between);
                i = size - LAST;
            }
            element.write(i);
        }
        out.append(']');
        if (size > LONG) {
            out.append(" (").append(size).append(rows ? " rows)" : " values)");
        }
    }

    private static void entries(Map<?, ?> map, int depth, StringBuilder out) {
        out.append('{');
        int written = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (written > 0) {
                out.append(", ");
            }
            if (written == LONG || out.length() > MOST) {
                out.append("… (").append(map.size()).append(" entries)");
                break;
            }
            write(entry.getKey(), depth + 1, out);
            out.append('=');
            write(entry.getValue(), depth + 1, out);
            written++;
        }
        out.append('}');
    }
}
