package nacre.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The way Jupyter writes JSON: keys sorted, one space of indent, text split into lines.
public final class NotebookJson {
    /// Where Jupyter cuts a text: behind each of these, as Python's `splitlines(True)`.
    private static final Pattern LINE =
            Pattern.compile(
                    "[^\\n\\r\\x0b\\f\\x1c-\\x1e\\x85\\u2028\\u2029]*(?:\\r\\n|[\\n\\r\\x0b\\f\\x1c-\\x1e\\x85\\u2028\\u2029])|.+\\z");

    private NotebookJson() {}

    /// JSON as Jupyter writes it to a file.
    public static String write(JsonElement tree) {
        var text = new StringWriter();
        var json = new JsonWriter(text);
        json.setIndent(" ");
        json.setHtmlSafe(false);
        try {
            write(tree, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonElement element, JsonWriter json) throws IOException {
        if (element instanceof JsonObject object) {
            json.beginObject();
            for (String key : new TreeSet<>(object.keySet())) {
                json.name(key);
                write(object.get(key), json);
            }
            json.endObject();
        } else if (element instanceof JsonArray array) {
            json.beginArray();
            for (JsonElement item : array) {
                write(item, json);
            }
            json.endArray();
        } else if (element.isJsonNull()) {
            json.nullValue();
        } else {
            var value = element.getAsJsonPrimitive();
            if (value.isBoolean()) {
                json.value(value.getAsBoolean());
            } else if (value.isNumber()) {
                json.value(value.getAsNumber());
            } else {
                json.value(value.getAsString());
            }
        }
    }

    /// A text as the list of its lines, each with its line end.
    public static JsonArray lines(String text) {
        var lines = new JsonArray();
        LINE.matcher(text).results().forEach(line -> lines.add(line.group()));
        return lines;
    }

    /// A text stored whole or as a list of lines.
    public static String text(JsonElement stored) {
        if (stored instanceof JsonArray lines) {
            var text = new StringBuilder();
            lines.forEach(line -> text.append(line.getAsString()));
            return text.toString();
        }
        return stored.isJsonPrimitive() ? stored.getAsString() : stored.toString();
    }
}
