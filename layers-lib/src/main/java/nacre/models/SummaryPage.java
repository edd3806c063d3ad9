package nacre.models;

import static nacre.display.Display.escape;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nacre.layers.Layer;
import nacre.tensor.Weight;

/// A model's layers as a table for a notebook, with a bar for each layer's share of the parameters;
/// models inside are folded.
///
/// Plain tables, `<details>` and hex colours only: a notebook that is not trusted shows nothing
/// else.
final class SummaryPage {
    private static final int BAR = 120; // pixels of the longest bar
    private static final String LEFT = " style=\"text-align:left;white-space:nowrap\"";
    private static final String RIGHT = " style=\"text-align:right\"";

    private final StringBuilder html = new StringBuilder();
    private final long most;

    private SummaryPage(long most) {
        this.most = most;
    }

    static String of(Model model) {
        long most = SummaryRows.steps(model).stream().mapToLong(SummaryPage::count).max().orElse(0);
        var page = new SummaryPage(most);
        page.html
                .append("<div><b>")
                .append(escape(model.name()))
                .append("</b> (")
                .append(model.getClass().getSimpleName())
                .append(")</div>\n");
        page.table(model);
        page.totals(model);
        return page.html.toString();
    }

    private void table(Model model) {
        var rows = new SummaryRows(model, false, true, null);
        html.append("<table><thead><tr>");
        header("Layer", "Output shape", "Parameters", "");
        if (!rows.isStack()) {
            header("Connected to");
        }
        html.append("</tr></thead><tbody>\n");
        SummaryRows.steps(model).forEach(layer -> row(rows, layer));
        html.append("</tbody></table>\n");
    }

    private void header(String... titles) {
        Stream.of(titles)
                .forEach(
                        title ->
                                html.append("<th")
                                        .append(LEFT)
                                        .append('>')
                                        .append(title)
                                        .append("</th>"));
    }

    private void row(SummaryRows rows, Layer layer) {
        html.append("<tr>");
        cell(LEFT, name(layer));
        cell(LEFT, escape(SummaryRows.shape(layer)));
        cell(RIGHT, SummaryRows.parameters(layer));
        int width = most == 0 ? 0 : (int) Math.ceil((double) BAR * count(layer) / most);
        String colour = layer.trainable() ? "#0072b2" : "#999999";
        cell(
                LEFT,
                "<div style=\"background:"
                        + colour
                        + ";height:10px;width:"
                        + width
                        + "px\"></div>");
        if (!rows.isStack()) {
            cell(LEFT, escape(rows.connections(layer)));
        }
        html.append("</tr>\n");
        if (layer instanceof Model inner) {
            html.append("<tr><td colspan=\"")
                    .append(rows.isStack() ? 4 : 5)
                    .append('"')
                    .append(LEFT);
            html.append("><details><summary>layers of ")
                    .append(escape(layer.name()))
                    .append("</summary>\n");
            table(inner);
            html.append("</details></td></tr>\n");
        }
    }

    /// The name, the class, and whether training leaves the layer alone.
    private static String name(Layer layer) {
        String frozen = layer.trainable() || layer.weights().isEmpty() ? "" : " <i>frozen</i>";
        return "<b>" + escape(layer.name()) + "</b> " + SummaryRows.type(layer) + frozen;
    }

    private void cell(String style, String content) {
        html.append("<td").append(style).append('>').append(content).append("</td>");
    }

    private void totals(Model model) {
        html.append("<div>")
                .append(number(count(model.weights())))
                .append(" parameters, ")
                .append(number(count(model.trainableWeights())))
                .append(" of them trainable</div>\n");
    }

    private static long count(Layer layer) {
        return layer.built() ? count(layer.weights()) : 0;
    }

    private static long count(List<Weight> weights) {
        return weights.stream().mapToLong(weight -> weight.shape().size()).sum();
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
