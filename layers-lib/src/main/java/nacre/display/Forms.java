package nacre.display;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds and calls the methods by which an object shows itself.
final class Forms {
    private record Form(String method, String type, Class<?> result) {}

    private static final List<Form> ALL =
            List.of(
                    new Form("toHtml", "text/html", String.class),
                    new Form("toMarkdown", "text/markdown", String.class),
                    new Form("toLatex", "text/latex", String.class),
                    new Form("toSvg", "image/svg+xml", String.class),
                    new Form("toPng", "image/png", byte[].class));

    private final Object value;
    private final List<String> failures;

    Forms(Object value, List<String> failures) {
        this.value = value;
        this.failures = failures;
    }

    /// Fills in each form the object has; a form that fails is left out and leaves a sentence.
    void collect(Map<String, Object> data, Map<String, Map<String, Object>> metadata) {
        for (Form form : ALL) {
            result(form.method, form.result).ifPresent(shown -> data.put(form.type, shown));
        }
        List<String> images = data.keySet().stream().filter(t -> t.startsWith("image/")).toList();
        if (images.isEmpty()) {
            return;
        }
        result("metadata", Map.class)
                .ifPresent(map -> images.forEach(type -> metadata.put(type, withNames(map))));
    }

    /// The object's own `toHtml()`, if it has one that gives something.
    Optional<String> html() {
        return result("toHtml", String.class).map(String.class::cast);
    }

    private Optional<Object> result(String name, Class<?> wanted) {
        return find(name)
                .flatMap(method -> Attempt.of(name + "()", () -> call(method, wanted), failures));
    }

    /// Looks at every class from the object's own upwards: in a cell hardly anybody writes
    /// `public`.
    private Optional<Method> find(String name) {
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (fits(method, name)) {
                    return Optional.of(method);
                }
            }
        }
        for (Method method : value.getClass().getMethods()) {
            if (fits(method, name)) {
                return Optional.of(method); // a default method of an interface
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Method method, String name) {
        return method.getName().equals(name)
                && method.getParameterCount() == 0
                && !method.isBridge()
                && !Modifier.isStatic(method.getModifiers());
    }

    private @Nullable Object call(Method method, Class<?> wanted) throws Exception {
        method.setAccessible(true);
        Object result;
        try {
            result = method.invoke(value);
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case Exception cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
        if (result != null && !wanted.isInstance(result)) {
            throw new IllegalArgumentException(
                    "it must give something of type %s and gave one of type %s"
                            .formatted(wanted.getSimpleName(), result.getClass().getSimpleName()));
        }
        return result;
    }

    private static Map<String, Object> withNames(Object map) {
        var named = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) map)
                .forEach(
                        (key, entry) -> {
                            if (key != null && entry != null) {
                                named.put(key.toString(), entry);
                            }
                        });
        return named;
    }
}
