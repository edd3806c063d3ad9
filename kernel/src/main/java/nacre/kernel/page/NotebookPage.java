package nacre.kernel.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nacre.kernel.notebook.Cell;
import nacre.kernel.notebook.Notebook;

/// The whole page of a notebook.
public final class NotebookPage {
    private final Notebook notebook;
    private final Markdown markdown;
    private final OutputHtml outputs;

    private NotebookPage(Notebook notebook) {
        this.notebook = notebook;
        Path folder = notebook.file().toAbsolutePath().getParent();
        this.markdown = new Markdown(new Pictures(folder == null ? Path.of("") : folder));
        this.outputs = new OutputHtml(markdown);
    }

    /// A page that needs no other file and no network.
    public static String of(Notebook notebook) {
        return new NotebookPage(notebook).html();
    }

    private String html() {
        var cells = new StringBuilder();
        notebook.cells().forEach(cell -> cells.append(html(cell)));
        String file = String.valueOf(notebook.file().getFileName());
        String title =
                markdown.headings().stream()
                        .filter(heading -> heading.level() == 1)
                        .map(Heading::text)
                        .findFirst()
                        .orElse(file.replaceFirst("\\.ipynb$", ""));
        return resource("page.html")
                .replace("${title}", Html.escape(title))
                .replace("${file}", Html.escape(file))
                .replace("${style}", resource("page.css"))
                .replace("${contents}", contents())
                .replace("${cells}", cells);
    }

    private String html(Cell cell) {
        return switch (cell.type()) {
            case "markdown" ->
                    "<section class=\"text\">\n"
                            + markdown.html(cell.source(), cell.attachments())
                            + "</section>\n";
            case "code" -> code(cell);
            default -> "<pre class=\"raw\">" + Html.escape(cell.source()) + "</pre>\n";
        };
    }

    private String code(Cell cell) {
        var html = new StringBuilder("<section class=\"cell\">\n");
        if (!cell.source().isBlank()) {
            String number =
                    cell.number().map(n -> "<span class=\"count\">" + n + "</span>").orElse("");
            html.append(number)
                    .append("<pre class=\"code\"><code>")
                    .append(JavaCode.html(cell.source().stripTrailing()))
                    .append("</code></pre>\n");
        }
        cell.outputs().forEach(output -> html.append(outputs.html(output)));
        return html.append("</section>\n").toString();
    }

    private String contents() {
        List<Heading> sections =
                markdown.headings().stream().filter(heading -> heading.level() == 2).toList();
        if (sections.size() < 3) {
            return "";
        }
        var html = new StringBuilder("<nav aria-label=\"Contents\">\n");
        for (Heading section : sections) {
            html.append("<a href=\"#")
                    .append(section.id())
                    .append("\">")
                    .append(Html.escape(section.text()))
                    .append("</a>\n");
        }
        return html.append("</nav>").toString();
    }

    private static String resource(String name) {
        try (InputStream in = NotebookPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The kernel's jar lacks " + name + "; build it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
