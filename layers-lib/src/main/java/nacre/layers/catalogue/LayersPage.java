package nacre.layers.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// All layers on one web page that needs no other file: what each does, its options, an example and
/// its weights, and what of Keras has no meaning here. The tests write it to `target/docs`.
///
/// @param catalogue the layers
/// @param differences what has no meaning here
public record LayersPage(Catalogue catalogue, Differences differences) {
    private static final String STYLE =
            "body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
                    + "table{border-collapse:collapse}td,th{border-bottom:1px solid #ddd;padding:.2em .6em;"
                    + "text-align:left;vertical-align:top}pre{background:#f4f4f4;padding:.5em;overflow:auto}"
                    + "nav a{margin-right:.8em}h3{margin-top:2em}";

    /// The page of this library.
    public static LayersPage ofLibrary() {
        return new LayersPage(Layers.catalogue(), Layers.differences());
    }

    /// The page as HTML.
    public String toHtml() {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">");
        html.append("<title>Nacre's layers</title><style>").append(STYLE).append("</style>\n");
        html.append("<h1>").append(catalogue.entries().size()).append(" layers</h1>\n");
        catalogue
                .groups()
                .keySet()
                .forEach(group -> html.append(contents(group, catalogue.group(group))));
        html.append("<p><a href=\"#differences\">What of Keras has no meaning here</a></p>\n");
        catalogue
                .groups()
                .keySet()
                .forEach(
                        group -> {
                            html.append("<h2>").append(group).append("</h2>\n");
                            catalogue.group(group).entries().forEach(e -> html.append(section(e)));
                        });
        return html.append("<h2 id=\"differences\">What of Keras has no meaning here</h2>\n")
                .append(differences.toHtml())
                .append("\n</html>\n")
                .toString();
    }

    private static String contents(String group, Catalogue layers) {
        return layers.entries().stream()
                .map(e -> "<a href=\"#" + e.name() + "\">" + e.name() + "</a>")
                .collect(Collectors.joining("\n", "<nav><b>" + group + "</b><br>\n", "</nav>\n"));
    }

    private static String section(Entry entry) {
        return "<section id=\"" + entry.name() + "\">" + new Help(entry).toHtml() + "</section>\n";
    }

    /// Writes the page.
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, toHtml(), StandardCharsets.UTF_8);
    }
}
