package nacre.kernel.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stored output of a cell as HTML: printed text, a picture, a table, an error.
final class OutputHtml {
    /// The forms in the order in which a page prefers them.
    private static final List<String> FORMS =
            List.of(
                    "text/html",
                    "image/svg+xml",
                    "image/png",
                    "image/jpeg",
                    "text/markdown",
                    "text/latex",
                    "text/plain");

    private final Markdown markdown;

    OutputHtml(Markdown markdown) {
        this.markdown = markdown;
    }

    String html(JsonObject output) {
        return switch (text(output.get("output_type"))) {
            case "stream" -> {
                String style =
                        text(output.get("name")).equals("stderr") ? "stream stderr" : "stream";
                yield "<pre class=\""
                        + style
                        + "\">"
                        + AnsiText.html(text(output.get("text")))
                        + "</pre>\n";
            }
            case "error" -> error(output);
            default -> bundle(object(output.get("data")), object(output.get("metadata")));
        };
    }

    private String bundle(JsonObject data, JsonObject metadata) {
        for (String type : FORMS) {
            if (data.has(type)) {
                String content = text(data.get(type));
                return switch (type) {
                    case "text/html" -> "<div class=\"rich\">" + content + "</div>\n";
                    case "image/svg+xml" ->
                            picture(Pictures.svg(content), data, object(metadata.get(type)));
                    case "image/png", "image/jpeg" ->
                            picture(
                                    "data:" + type + ";base64," + content.strip(),
                                    data,
                                    object(metadata.get(type)));
                    case "text/markdown" ->
                            "<div class=\"text\">"
                                    + markdown.html(content, new JsonObject())
                                    + "</div>\n";
                    case "text/latex" ->
                            "<div class=\"text\">" + TexMath.html(bare(content), true) + "</div>\n";
                    default -> "<pre class=\"value\">" + AnsiText.html(content) + "</pre>\n";
                };
            }
        }
        return "";
    }

    private static String picture(String source, JsonObject data, JsonObject metadata) {
        String alt = metadata.has("alt") ? text(metadata.get("alt")) : text(data.get("text/plain"));
        String size = size("width", metadata) + size("height", metadata);
        return "<figure><img src=\""
                + source
                + "\" alt=\""
                + Html.escape(alt)
                + "\""
                + size
                + "></figure>\n";
    }

    private static String size(String name, JsonObject metadata) {
        return metadata.has(name)
                ? " " + name + "=\"" + Html.escape(text(metadata.get(name))) + "\""
                : "";
    }

    /// The card of an error: its story, with the kind and the message above if they are not told in
    /// it.
    private static String error(JsonObject output) {
        String name = text(output.get("ename"));
        String kind = name.substring(name.lastIndexOf('.') + 1);
        String message = text(output.get("evalue"));
        String story = AnsiText.html(String.join("\n", lines(output.get("traceback"))));
        String head = story.contains(Html.escape(kind)) ? "" : Html.span("kind", kind);
        String text =
                story.contains(Html.escape(message))
                        ? story
                        : (Html.escape(message) + "\n" + story).strip();
        return "<div class=\"error\">" + head + "<pre>" + text + "</pre></div>\n";
    }

    private static List<String> lines(@Nullable JsonElement stored) {
        return stored instanceof JsonArray lines
                ? lines.asList().stream().map(OutputHtml::text).toList()
                : List.of();
    }

    /// A formula without the dollars around it.
    private static String bare(String tex) {
        return tex.strip().replaceAll("^\\$+|\\$+$", "").strip();
    }

    private static JsonObject object(@Nullable JsonElement stored) {
        return stored instanceof JsonObject object ? object : new JsonObject();
    }

    private static String text(@Nullable JsonElement stored) {
        return switch (stored) {
            case null -> "";
            case JsonArray lines ->
                    String.join("", lines.asList().stream().map(JsonElement::getAsString).toList());
            default -> stored.isJsonPrimitive() ? stored.getAsString() : stored.toString();
        };
    }
}
