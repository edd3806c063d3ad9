package nacre.kernel.page;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/// Turns the Markdown cells of one notebook into HTML, and notes their headings.
final class Markdown {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final Parser parser =
            Parser.builder()
                    .extensions(TABLES)
                    .customBlockParserFactory(new MathBlocks())
                    .customInlineContentParserFactory(new MathSpans())
                    .build();
    private final Pictures pictures;
    private final Set<String> ids = new HashSet<>();
    private final List<Heading> headings = new ArrayList<>();

    Markdown(Pictures pictures) {
        this.pictures = pictures;
    }

    /// The headings of all cells so far, in order.
    List<Heading> headings() {
        return headings;
    }

    /// One cell as HTML; `attachments` are the files that live in it.
    String html(String markdown, JsonObject attachments) {
        Node document = parser.parse(markdown);
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .nodeRendererFactory(context -> new Special(context, attachments))
                .attributeProviderFactory(
                        _ ->
                                (node, _, attributes) -> {
                                    if (node instanceof org.commonmark.node.Heading heading) {
                                        attributes.put("id", note(heading));
                                    } else if (node instanceof Link) {
                                        attributes.computeIfPresent("href", (_, to) -> page(to));
                                    }
                                })
                .build()
                .render(document);
    }

    /// Another notebook's page instead of the notebook; other addresses as they are.
    private static String page(String address) {
        return address.contains("://") ? address : address.replaceFirst("\\.ipynb(?=$|#)", ".html");
    }

    private String note(org.commonmark.node.Heading heading) {
        String text = words(heading);
        String base =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        String id = base;
        for (int i = 2; !ids.add(id); i++) {
            id = base + "-" + i;
        }
        headings.add(new Heading(heading.getLevel(), id, text));
        return id;
    }

    private static String words(Node node) {
        var words = new StringBuilder();
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text text) {
                        words.append(text.getLiteral());
                    }

                    @Override
                    public void visit(Code code) {
                        words.append(code.getLiteral());
                    }
                });
        return words.toString();
    }

    /// What this page shows in its own way: formulas, Java code, pictures.
    private final class Special implements NodeRenderer {
        private final HtmlWriter html;
        private final JsonObject attachments;

        Special(HtmlNodeRendererContext context, JsonObject attachments) {
            this.html = context.getWriter();
            this.attachments = attachments;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(MathSpan.class, MathBlock.class, FencedCodeBlock.class, Image.class);
        }

        @Override
        public void render(Node node) {
            switch (node) {
                case MathSpan span -> html.raw(TexMath.html(span.tex(), span.display()));
                case MathBlock block -> html.raw(TexMath.html(block.tex(), true));
                case FencedCodeBlock code -> code(code);
                case Image image -> image(image);
                default -> throw new IllegalArgumentException("no page form for " + node);
            }
        }

        private void code(FencedCodeBlock block) {
            String code = block.getLiteral().stripTrailing();
            String language = block.getInfo() == null ? "" : block.getInfo();
            html.line();
            html.raw("<pre class=\"code\"><code>");
            html.raw(language.startsWith("java") ? JavaCode.html(code) : Html.escape(code));
            html.raw("</code></pre>");
            html.line();
        }

        private void image(Image image) {
            String description = words(image);
            var source = pictures.inline(image.getDestination(), attachments);
            if (source.isPresent()) {
                String alt = Html.escape(description);
                html.raw("<img src=\"" + source.get() + "\" alt=\"" + alt + "\">");
            } else {
                html.raw(
                        "<span class=\"missing\">"
                                + Html.escape("[picture: " + description + "]")
                                + "</span>");
            }
        }
    }
}
