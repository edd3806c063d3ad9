package nacre.layers.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nacre.display.Display;

/// What there is to know of one layer: its documentation, its options with defaults, an example and
/// its weights.
///
/// @param entry the layer
public record Help(Entry entry) {

    /// How the layer is made: `new Conv2D(filters, kernelSize)`.
    private String call() {
        return "new " + entry.name() + "(" + String.join(", ", entry.arguments()) + ")";
    }

    @Override
    public String toString() {
        var text = new ArrayList<String>();
        text.add(call());
        text.add("");
        entry.doc().stream().filter(line -> !line.startsWith("```")).forEach(text::add);
        if (!entry.options().isEmpty()) {
            text.add("");
            text.add("Options:");
            for (var option : entry.options()) {
                String left = "  " + option.name() + " = " + option.value();
                text.addAll(Columns.row(left, 40, option.doc(), 100));
            }
        }
        if (!entry.inputs().isEmpty()) {
            text.add("");
            text.add("Example shapes: " + entry.shapes());
            String weights = String.join("; ", entry.weights());
            text.add("Weights: " + (weights.isEmpty() ? "none" : weights));
        }
        return String.join("\n", text);
    }

    /// The page of a notebook.
    public String toHtml() {
        var html = new StringBuilder("<h3><code>").append(call()).append("</code></h3>\n");
        html.append(doc());
        if (!entry.options().isEmpty()) {
            html.append("<table><tr><th>Option</th><th>Default</th><th></th></tr>\n");
            for (Entry.Option option : entry.options()) {
                html.append("<tr><td><code>")
                        .append(option.name())
                        .append("</code></td><td>")
                        .append(Display.escape(option.value()))
                        .append("</td><td style=\"text-align:left\">")
                        .append(Html.of(option.doc()))
                        .append("</td></tr>\n");
            }
            html.append("</table>\n");
        }
        if (!entry.inputs().isEmpty()) {
            html.append("<p>Example shapes: ")
                    .append(Display.escape(entry.shapes()))
                    .append("<br>Weights: ")
                    .append(entry.weights().isEmpty() ? "none" : String.join("; ", entry.weights()))
                    .append("</p>");
        }
        return html.toString();
    }

    /// Paragraphs, and what stands between fences as code.
    private String doc() {
        var html = new StringBuilder();
        List<String> open = new ArrayList<>();
        boolean code = false;
        for (String line : entry.doc()) {
            if (line.startsWith("```") || (line.isBlank() && !code)) {
                html.append(block(open, code));
                open.clear();
                code = line.startsWith("```") ? !code : code;
            } else {
                open.add(line);
            }
        }
        return html.append(block(open, code)).toString();
    }

    private static String block(List<String> lines, boolean code) {
        if (lines.isEmpty()) {
            return "";
        }
        return code
                ? "<pre>"
                        + lines.stream().map(Display::escape).collect(Collectors.joining("\n"))
                        + "</pre>\n"
                : "<p>" + Html.of(String.join(" ", lines)) + "</p>\n";
    }
}
