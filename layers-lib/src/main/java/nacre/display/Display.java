package nacre.display;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One object as something to look at: its forms by MIME type, text as `String`, pictures as
/// `byte[]`.
///
/// ```java
/// Display.of(42).text()   // 42
/// ```
///
/// @param data the same content in every form it has; `text/plain` is always among them
/// @param metadata what a front end should know of a form (`width`, `height`, `alt`), by MIME type
public record Display(Map<String, Object> data, Map<String, Map<String, Object>> metadata) {
    private static final Map<String, String> FORMS =
            Map.of(
                    "toHtml", "text/html",
                    "toSvg", "image/svg+xml",
                    "toPng", "image/png",
                    "toMarkdown", "text/markdown",
                    "toLatex", "text/latex");

    /// The forms of `value`: what its `toHtml()`, `toSvg()`, … give, and its text.
    public static Display of(@Nullable Object value) {
        if (value instanceof Display display) {
            return display;
        }
        var data = new LinkedHashMap<String, Object>();
        if (value != null) {
            for (Method method : value.getClass().getMethods()) {
                String type = FORMS.get(method.getName());
                if (type != null && method.getParameterCount() == 0) {
                    data.put(type, call(method, value));
                }
            }
        }
        data.put("text/plain", String.valueOf(value));
        return new Display(data, Map.of());
    }

    /// The `text/plain` form.
    public String text() {
        return String.valueOf(data.get("text/plain"));
    }

    private static Object call(Method method, Object value) {
        try {
            method.setAccessible(true); // a learner's record is rarely public
            return method.invoke(value);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    method.getName() + "() failed: " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " cannot be called", e);
        }
    }
}
