package nacre.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nacre.layers.Layer;
import nacre.tensor.Weight;

/// A model's layers in the text box that Keras prints.
final class SummaryText {
    private static final int[] WIDTHS = {33, 24, 15}; // of the columns, with a blank on each side
    private static final int FLOAT_BYTES = 4;

    private SummaryText() {}

    static String of(Model model) {
        var text = new StringBuilder("Model: \"" + model.name() + "\"\n");
        text.append(rule('┏', '━', '┳', '┓'));
        row(text, '┃', List.of("Layer (type)", "Output Shape", "Param #"));
        text.append(rule('┡', '━', '╇', '┩'));
        List<Layer> layers = model.layers();
        for (int i = 0; i < layers.size(); i++) {
            row(
                    text,
                    '│',
                    List.of(title(layers.get(i)), shape(layers.get(i)), parameters(layers.get(i))));
            text.append(
                    i < layers.size() - 1 ? rule('├', '─', '┼', '┤') : rule('└', '─', '┴', '┘'));
        }
        text.append(" Total params: ").append(amount(model.weights())).append('\n');
        text.append(" Trainable params: ").append(amount(model.trainableWeights())).append('\n');
        return text.append(" Non-trainable params: ")
                .append(amount(model.nonTrainableWeights()))
                .append('\n')
                .toString();
    }

    static String title(Layer layer) {
        return layer.name() + " (" + layer.getClass().getSimpleName() + ")";
    }

    static String shape(Layer layer) {
        return layer.nodes().isEmpty() ? "?" : layer.getOutputShapeAt(0).toString();
    }

    static String parameters(Layer layer) {
        return layer.built()
                ? String.format(Locale.ROOT, "%,d", layer.countParams())
                : "0 (unbuilt)";
    }

    private static String rule(char left, char line, char cross, char right) {
        var text = new StringBuilder().append(left);
        for (int i = 0; i < WIDTHS.length; i++) {
            text.append(String.valueOf(line).repeat(WIDTHS[i]))
                    .append(i < WIDTHS.length - 1 ? cross : right);
        }
        return text.append('\n').toString();
    }

    /// One row of cells; what is too long for a cell goes on in the next line.
    private static void row(StringBuilder text, char border, List<String> cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(wrap(cells.get(i), WIDTHS[i] - 2));
            height = Math.max(height, wrapped.get(i).size());
        }
        for (int line = 0; line < height; line++) {
            text.append(border);
            for (int i = 0; i < cells.size(); i++) {
                String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                String format = i == 2 ? "%" + (WIDTHS[i] - 2) + "s" : "%-" + (WIDTHS[i] - 2) + "s";
                text.append(' ')
                        .append(String.format(Locale.ROOT, format, cell))
                        .append(' ')
                        .append(border);
            }
            text.append('\n');
        }
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int cut = blank > 0 ? blank : width;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        lines.add(rest);
        return lines;
    }

    /// `64 (256.00 B)`.
    private static String amount(List<Weight> weights) {
        long count = weights.stream().mapToLong(weight -> weight.shape().size()).sum();
        double bytes = count * (double) FLOAT_BYTES;
        String[] units = {"B", "KB", "MB", "GB"};
        int unit = 0;
        while (bytes >= 1024 && unit < units.length - 1) {
            bytes /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%,d (%.2f %s)", count, bytes, units[unit]);
    }
}
