package nacre.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nacre.tensor.Weight;

/// A model's layers in the text box that Keras prints.
final class SummaryText {
    private static final int FLOAT_BYTES = 4;
    private static final int NARROWEST = 4; // column
    private static final double[] STACK = {0.45, 0.80, 1.0}; // where the columns end
    private static final double[] GRAPH = {0.3, 0.56, 0.74, 1.0};

    private final StringBuilder text = new StringBuilder();
    private final int[] widths;
    private final List<String> header;

    private SummaryText(SummaryRows rows, int lineLength, double... positions) {
        this.header = rows.header();
        double[] usual = rows.isStack() ? STACK : GRAPH;
        this.widths = widths(rows, lineLength, positions.length == 0 ? usual : positions);
    }

    static String of(Model model, SummaryRows rows, int lineLength, double... positions) {
        return new SummaryText(rows, lineLength, positions).table(model, rows.rows());
    }

    /// Each column's share of the line, less the frame around the cells, which all columns pay for
    /// alike.
    private static int[] widths(SummaryRows rows, int lineLength, double... ends) {
        int columns = rows.header().size();
        if (ends.length + (rows.showsTrainable() ? 1 : 0) != columns) {
            throw new IllegalArgumentException(
                    "`positions` says where each of the columns %s ends; got %d numbers. The last column is left out if it is Trainable."
                            .formatted(rows.header(), ends.length));
        }
        int[] widths = new int[columns];
        int used = 0;
        for (int i = 0; i < columns; i++) {
            double end = i == ends.length ? 1 : rows.showsTrainable() ? ends[i] * 0.9 : ends[i];
            widths[i] = (int) (end * lineLength) - used;
            used += widths[i];
            if (widths[i] < NARROWEST) {
                throw new IllegalArgumentException(
                        "The column %s would have %d characters of the %d in a line; each needs %d or more."
                                .formatted(rows.header().get(i), widths[i], lineLength, NARROWEST));
            }
        }
        int free = lineLength - used - (3 * columns + 1);
        return free > 0 ? wider(free, widths) : narrower(-free, widths);
    }

    /// All columns pay alike for what is missing.
    private static int[] narrower(int missing, int... widths) {
        int[] result = widths.clone();
        int rest = missing;
        for (int i = 0; i < result.length; i++) {
            int share = (int) Math.rint((double) rest / (result.length - i));
            result[i] = Math.max(1, result[i] - share);
            rest -= share;
        }
        return result;
    }

    /// What is left over goes to the columns as they are wide, with the blanks beside them.
    private static int[] wider(int free, int... widths) {
        int[] result = widths.clone();
        int rest = free;
        int all = IntStream.of(widths).sum() + 2 * widths.length;
        for (int i = 0; i < result.length; i++) {
            int share = Math.ceilDiv((widths[i] + 2) * rest, all);
            all -= widths[i] + 2;
            result[i] += share;
            rest -= share;
        }
        return result;
    }

    private String table(Model model, List<List<String>> rows) {
        text.append("Model: \"").append(model.name()).append("\"\n");
        rule("┏━┳┓");
        row('┃', header);
        rule("┡━╇┩");
        for (int i = 0; i < rows.size(); i++) {
            row('│', rows.get(i));
            rule(i < rows.size() - 1 ? "├─┼┤" : "└─┴┘");
        }
        List<Weight> trained = model.trainableWeights();
        long optimizer = model.optimizerNumbers();
        text.append(" Total params: ")
                .append(amount(count(model.weights()) + optimizer))
                .append('\n');
        text.append(" Trainable params: ").append(amount(count(trained))).append('\n');
        text.append(" Non-trainable params: ")
                .append(amount(count(model.nonTrainableWeights())))
                .append('\n');
        if (optimizer > 0) {
            text.append(" Optimizer params: ").append(amount(optimizer)).append('\n');
        }
        return text.toString();
    }

    /// A line made of four signs: left end, line, crossing, right end.
    private void rule(String signs) {
        for (int i = 0; i < widths.length; i++) {
            text.append(signs.charAt(i == 0 ? 0 : 2))
                    .append(signs.substring(1, 2).repeat(widths[i] + 2));
        }
        text.append(signs.charAt(3)).append('\n');
    }

    /// One row of cells; what is too long for a cell goes on in the next line.
    private void row(char border, List<String> cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(wrap(cells.get(i), widths[i]));
            height = Math.max(height, wrapped.get(i).size());
        }
        for (int line = 0; line < height; line++) {
            text.append(border);
            for (int i = 0; i < cells.size(); i++) {
                String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                int free = widths[i] - cell.length();
                int left =
                        switch (header.get(i)) {
                            case "Param #" -> free;
                            case "Trainable" -> free / 2;
                            default -> 0;
                        };
                text.append(' ')
                        .append(" ".repeat(left))
                        .append(cell)
                        .append(" ".repeat(free - left))
                        .append(' ')
                        .append(border);
            }
            text.append('\n');
        }
    }

    /// Lines that break at blanks; a word longer than a line begins a new one and is cut.
    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        String indent = text.substring(0, text.length() - text.stripLeading().length());
        for (String word : text.strip().split(" +")) {
            String piece = lines.isEmpty() && line.isEmpty() ? indent + word : word;
            if (!line.isEmpty() && line.length() + 1 + piece.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(piece);
            while (line.length() > width) {
                lines.add(line.substring(0, width));
                line.delete(0, width);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static long count(List<Weight> weights) {
        return weights.stream().mapToLong(weight -> weight.shape().size()).sum();
    }

    /// `64 (256.00 B)`.
    private static String amount(long count) {
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
