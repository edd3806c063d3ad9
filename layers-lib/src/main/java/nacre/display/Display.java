package nacre.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One object as something to look at: its forms by MIME type, text as `String`, pictures as
/// `byte[]`.
///
/// An object shows itself by having a method `toHtml()`, `toSvg()`, `toPng()`, `toMarkdown()` or
/// `toLatex()`; the methods are found by name, so a record written in a cell can have them too. Its
/// `metadata()`, a map with `width`, `height` or `alt`, goes with its pictures. Lists of what has
/// `toHtml()` stand one below the other; other lists, maps, arrays and records become tables. There
/// is always a text, whatever fails on the way.
///
/// ```java
/// Display.of(42).text()   // 42
/// Display.of(new int[] {1, 2, 3}).text()   // [1, 2, 3]
/// ```
///
/// @param data the same content in every form it has; `text/plain` is always among them
/// @param metadata what a front end should know of a form (`width`, `height`, `alt`), by MIME type
public record Display(Map<String, Object> data, Map<String, Map<String, Object>> metadata) {

    /// The forms of `value`: what its `toHtml()`, `toPng()`, … give, else a table, and its text.
    public static Display of(@Nullable Object value) {
        if (value instanceof Display display) {
            return display;
        }
        var data = new LinkedHashMap<String, Object>();
        var metadata = new LinkedHashMap<String, Map<String, Object>>();
        var failures = new ArrayList<String>();
        if (value != null) {
            new Forms(value, failures).collect(data, metadata);
        }
        String text = Texts.of(value);
        if (data.isEmpty()) {
            Attempt.of("a list", () -> Stacks.of(value), failures)
                    .or(() -> Attempt.of("a table", () -> Tables.of(value), failures))
                    .ifPresent(html -> data.put("text/html", html));
        }
        failures.addFirst(text);
        data.put("text/plain", String.join("\n", failures));
        return new Display(data, metadata);
    }

    /// Text as a page shows it, also where it holds the signs of HTML, for a `toHtml()` of your
    /// own:
    ///
    /// ```java
    /// Display.escape("1 < 2")   // 1 &lt; 2
    /// ```
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// The `text/plain` form.
    public String text() {
        return String.valueOf(data.get("text/plain"));
    }
}
