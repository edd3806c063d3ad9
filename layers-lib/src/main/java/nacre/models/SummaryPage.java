package nacre.models;

import java.util.List;
import java.util.Locale;
import nacre.layers.Layer;

/// A model's layers as a table for a notebook, with a bar for each layer's share of the parameters.
final class SummaryPage {
    private static final int BAR = 120; // pixels of the longest bar

    private SummaryPage() {}

    static String of(Model model) {
        List<Layer> layers = model.layers();
        int most = layers.stream().mapToInt(SummaryPage::count).max().orElse(0);
        var html =
                new StringBuilder("<table><caption>")
                        .append(model.getClass().getSimpleName())
                        .append(" <b>")
                        .append(escape(model.name()))
                        .append("</b></caption>\n")
                        .append(
                                "<tr><th>Layer</th><th>Class</th><th>Output shape</th><th>Parameters</th><th></th></tr>\n");
        for (Layer layer : layers) {
            int width = most == 0 ? 0 : (int) Math.ceil((double) BAR * count(layer) / most);
            html.append("<tr><td>")
                    .append(escape(layer.name()))
                    .append("</td><td>")
                    .append(layer.getClass().getSimpleName())
                    .append("</td><td>")
                    .append(SummaryRows.shape(layer))
                    .append("</td><td style=\"text-align:right\">")
                    .append(SummaryRows.parameters(layer))
                    .append(
                            "</td><td style=\"text-align:left\"><div style=\"background:#0072b2;height:10px;width:")
                    .append(width)
                    .append("px\"></div></td></tr>\n");
        }
        return html.append("<tr><td colspan=\"3\">Total</td><td style=\"text-align:right\">")
                .append(
                        String.format(
                                Locale.ROOT,
                                "%,d",
                                layers.stream().mapToInt(SummaryPage::count).sum()))
                .append("</td><td></td></tr>\n</table>")
                .toString();
    }

    private static int count(Layer layer) {
        return layer.built() ? layer.countParams() : 0;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
