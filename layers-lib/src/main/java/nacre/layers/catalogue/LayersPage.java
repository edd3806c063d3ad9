package nacre.layers.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/// All layers on one web page that needs no other file: what each does, its options, an example and
/// its weights, and what of Keras has no meaning here. `./nacre docs` writes it.
///
/// @param catalogue the layers
/// @param differences what has no meaning here
public record LayersPage(Catalogue catalogue, Differences differences) {
    private static final String DIFFERENCES = "What of Keras has no meaning here";

    /// Writes the page to the file that the first argument names.
    public static void main(String[] args) throws IOException {
        ofLibrary().write(Path.of(args[0]));
    }

    /// The page of this library.
    public static LayersPage ofLibrary() {
        return new LayersPage(Layers.catalogue(), Layers.differences());
    }

    /// The page as HTML.
    public String toHtml() throws IOException {
        return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Nacre's layers</title>
        <style>
        %s</style>
        <h1>%d layers</h1>
        <p class="lead">Names, arguments, defaults and numbers are Keras's. <a href="#differences">%s</a>
        is a table at the end.</p>
        <div class="groups">
        %s</div>
        %s<h2 id="differences">%s</h2>
        <p>Everything that is not in this table does what it does in Keras.</p>
        %s
        </html>
        """
                .formatted(
                        style(),
                        catalogue.entries().size(),
                        DIFFERENCES,
                        each(LayersPage::contents),
                        each(LayersPage::chapter),
                        DIFFERENCES,
                        differences.toHtml());
    }

    private static String style() throws IOException {
        try (InputStream css = LayersPage.class.getResourceAsStream("layers.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private interface Part {
        String of(String group, String purpose, Catalogue layers);
    }

    private String each(Part part) {
        return catalogue.groups().keySet().stream()
                .map(g -> part.of(g, Html.of(catalogue.purpose(g)), catalogue.group(g)))
                .collect(Collectors.joining());
    }

    private static String contents(String group, String purpose, Catalogue layers) {
        return layers.entries().stream()
                .map(e -> "<a href=\"#%1$s\">%1$s</a>".formatted(e.name()))
                .collect(
                        Collectors.joining(
                                "\n",
                                "<nav><h3><span>%d layers</span><a href=\"#group-%s\">%s</a></h3>\n<p>%s</p>\n"
                                        .formatted(layers.entries().size(), group, group, purpose),
                                "</nav>\n"));
    }

    private static String chapter(String group, String purpose, Catalogue layers) {
        return layers.entries().stream()
                .map(LayersPage::section)
                .collect(
                        Collectors.joining(
                                "",
                                "<h2 id=\"group-%1$s\">%1$s</h2>\n<p>%2$s</p>\n"
                                        .formatted(group, purpose),
                                ""));
    }

    private static String section(Entry entry) {
        return "<section id=\"%s\">%s</section>\n"
                .formatted(entry.name(), new Help(entry).toHtml());
    }

    /// Writes the page.
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, toHtml(), StandardCharsets.UTF_8);
    }
}
