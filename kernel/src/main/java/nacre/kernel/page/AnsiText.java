package nacre.kernel.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text as a terminal would show it, in HTML: colours become spans, `\r` writes over the line.
final class AnsiText {
    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[([0-9;]*)([A-Za-z])");

    /// The styles in force, as CSS classes: `b` for bold, `a31` for the terminal's colour 31.
    private final TreeSet<String> styles = new TreeSet<>();

    private AnsiText() {}

    static String html(String text) {
        return new AnsiText().convert(overwrite(text));
    }

    /// What is left of each line after its carriage returns.
    private static String overwrite(String text) {
        if (text.indexOf('\r') < 0) {
            return text;
        }
        List<String> lines = new ArrayList<>();
        for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
            var shown = new StringBuilder();
            for (String part : line.split("\r", -1)) {
                shown.replace(0, Math.min(part.length(), shown.length()), part);
            }
            lines.add(shown.toString().stripTrailing());
        }
        return String.join("\n", lines);
    }

    private String convert(String text) {
        var html = new StringBuilder();
        Matcher escape = ESCAPE.matcher(text);
        int done = 0;
        while (escape.find()) {
            append(html, text.substring(done, escape.start()));
            if (escape.group(2).equals("m")) {
                apply(escape.group(1));
            }
            done = escape.end();
        }
        append(html, text.substring(done));
        return html.toString();
    }

    private void append(StringBuilder html, String text) {
        if (styles.isEmpty() || text.isEmpty()) {
            html.append(Html.escape(text));
        } else {
            html.append(Html.span(String.join(" ", styles), text));
        }
    }

    private void apply(String codes) {
        String[] parts = codes.isEmpty() ? new String[] {"0"} : codes.split(";");
        for (int i = 0; i < parts.length; i++) {
            int code = parts[i].isEmpty() ? 0 : Integer.parseInt(parts[i]);
            if (code == 38 || code == 48) { // a colour of 256 or of 16 million: left out
                i += i + 1 < parts.length && parts[i + 1].equals("2") ? 4 : 2;
            } else if (code == 0) {
                styles.clear();
            } else if (code == 1) {
                styles.add("b");
            } else if (code == 22) {
                styles.remove("b");
            } else if (code >= 30 && code <= 39 || code >= 90 && code <= 97) {
                styles.removeIf(style -> style.startsWith("a"));
                if (code != 39) {
                    styles.add("a" + (code >= 90 ? code - 60 : code));
                }
            }
        }
    }
}
