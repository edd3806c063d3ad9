package nacre.tensor;

import java.util.Locale;

/// Tensors as text and as tables.
final class Printing {
    private static final int EDGE = 3; // how many to keep at each end of a long axis
    private static final int TABLES = 4; // more are too long to look at
    private static final int LONG = 1000; // tensors with more numbers are shortened

    private Printing() {}

    /// The numbers in nested brackets, as NumPy prints them.
    static String text(Tensor x) {
        var out = new StringBuilder();
        write(out, x.data(), x.shape(), 0, 0, x.size() > LONG);
        return out.toString();
    }

    private static void write(
            StringBuilder out, float[] data, Shape shape, int axis, int offset, boolean shorten) {
        if (axis == shape.rank()) {
            out.append(number(data[offset]));
            return;
        }
        int n = shape.dim(axis);
        int step = shape.size(axis + 1, shape.rank());
        boolean inner = axis == shape.rank() - 1;
        String gap =
                inner ? ", " : "," + "\n".repeat(shape.rank() - axis - 1) + " ".repeat(axis + 1);
        out.append('[');
        for (int i = 0; i < n; i++) {
            if (shorten && n > 2 * EDGE && i == EDGE) {
                out.append(gap).append("…");
                i = n - EDGE;
            }
            out.append(i == 0 ? "" : gap);
            write(out, data, shape, axis + 1, offset + i * step, shorten);
        }
        out.append(']');
    }

    /// A number in few characters: whole ones without a point, others with six digits that count.
    static String number(float value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return value == 0 ? "0" : Integer.toString((int) value);
        }
        if (Float.isNaN(value) || Float.isInfinite(value)) {
            return Float.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
        }
        double size = Math.abs(value);
        if (size < 1e-4 || size >= 1e7) {
            return String.format(Locale.ROOT, "%.4g", value)
                    .replaceFirst("0+e", "e")
                    .replace(".e", "e");
        }
        int decimals = (int) Math.clamp(5 - (long) Math.floor(Math.log10(size)), 0, 8);
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceFirst("0+$", "").replaceFirst("\\.$", "") : text;
    }

    /// A table of the last two axes; of a larger tensor the first such tables, each with its place,
    /// and how many more there are.
    static String html(Tensor x) {
        if (x.isGhost() || x.rank() == 0 || x.size() == 0) {
            return "<code>" + x + "</code>";
        }
        Shape shape = x.shape();
        int rows = shape.rank() == 1 ? 1 : shape.dim(-2);
        int tables = shape.size() / (rows * shape.last());
        int shown = tables <= TABLES ? tables : 1;
        var out = new StringBuilder("<div><small>Tensor " + shape + "</small>\n");
        for (int i = 0; i < shown; i++) {
            if (tables > 1) {
                out.append("<div><small>").append(place(shape, i)).append("</small></div>\n");
            }
            table(x, i, rows, out);
        }
        if (tables > shown) {
            int more = tables - shown;
            out.append("<small>… and ").append(more).append(" more tables</small>");
        }
        return out.append("</div>").toString();
    }

    private static void table(Tensor x, int number, int rows, StringBuilder out) {
        int columns = x.shape().last();
        int begin = number * rows * columns;
        out.append("<table>\n");
        for (int i = 0; i < rows; i++) {
            if (rows > 4 * EDGE && i == 2 * EDGE) {
                out.append("<tr><td>⋮</td></tr>\n");
                i = rows - EDGE;
            }
            out.append("<tr>");
            for (int j = 0; j < columns; j++) {
                if (columns > 4 * EDGE && j == 2 * EDGE) {
                    out.append("<td>…</td>");
                    j = columns - EDGE;
                }
                String value = number(x.data()[begin + i * columns + j]);
                out.append("<td>").append(value).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</table>");
    }

    /// Where a table stands along the axes before its own two: `[1, 0, …]`.
    private static String place(Shape shape, int table) {
        var text = new StringBuilder("…]");
        int rest = table;
        for (int axis = shape.rank() - 3; axis >= 0; axis--) {
            text.insert(0, rest % shape.dim(axis) + ", ");
            rest /= shape.dim(axis);
        }
        return text.insert(0, "[").toString();
    }
}
