package nacre.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nacre.tensor.Tensor;

/// A table from a text file: a line for each row, cells parted by commas, semicolons or tabs, names
/// of columns in the first line.
///
/// ```java
/// Csv.of("height,weight\n1.8,75\n1.6,60").numbers("height")   // [[1.8], [1.6]]
/// ```
///
/// @param columns the names of the columns
/// @param rows the cells, row by row
public record Csv(List<String> columns, List<List<String>> rows) {

    /// Reads a file.
    public static Csv read(Path path) throws IOException {
        return of(Files.readString(path, StandardCharsets.UTF_8));
    }

    /// Reads a text.
    public static Csv of(String text) {
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String first = clean.lines().findFirst().orElse("");
        char separator =
                Stream.of('\t', ';', ',')
                        .filter(sign -> first.indexOf(sign) >= 0)
                        .findFirst()
                        .orElse(',');
        List<List<String>> lines = new Cells(clean, separator).lines();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "The table is empty; a first line with the names of the columns was expected.");
        }
        List<String> names = lines.get(0).stream().map(String::strip).toList();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).size() != names.size()) {
                throw new IllegalArgumentException(
                        "Row "
                                + i
                                + " of the table has "
                                + lines.get(i).size()
                                + " cells; there are "
                                + names.size()
                                + " columns, "
                                + names
                                + ".");
            }
        }
        return new Csv(names, List.copyOf(lines.subList(1, lines.size())));
    }

    /// The cells of a column.
    public List<String> column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "There is no column \"" + name + "\"; the columns are " + columns + ".");
        }
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /// Columns of numbers: `(rows, columns)`; without names, all.
    public Tensor numbers(String... names) {
        List<String> wanted = names.length == 0 ? columns : List.of(names);
        float[] values = new float[rows.size() * wanted.size()];
        for (int c = 0; c < wanted.size(); c++) {
            List<String> cells = column(wanted.get(c));
            for (int r = 0; r < cells.size(); r++) {
                values[r * wanted.size() + c] = number(cells.get(r), wanted.get(c), r + 1);
            }
        }
        return Tensor.of(values, rows.size(), wanted.size());
    }

    private static float number(String cell, String column, int row) {
        try {
            return Float.parseFloat(cell.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\""
                            + cell
                            + "\" in column \""
                            + column
                            + "\", row "
                            + row
                            + ", is not a number.",
                    e);
        }
    }

    /// All columns but one as inputs, and that one as the answer; answers that are words become
    /// numbers of classes, in alphabetical order.
    public DataSet dataSet(String answer) {
        List<String> answers = column(answer);
        String[] others =
                columns.stream().filter(name -> !name.equals(answer)).toArray(String[]::new);
        boolean numeric =
                answers.stream()
                        .allMatch(cell -> cell.strip().matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?"));
        List<String> classes = answers.stream().distinct().sorted().toList();
        float[] y = new float[answers.size()];
        for (int i = 0; i < y.length; i++) {
            String cell = answers.get(i);
            y[i] = numeric ? Float.parseFloat(cell.strip()) : classes.indexOf(cell);
        }
        return new DataSet(numbers(others), Tensor.of(y, y.length));
    }

    /// Cuts a text into cells; those in quotes may hold separators and ends of lines, `""` stands
    /// for a quote.
    private static final class Cells {
        private final String text;
        private final char separator;
        private final List<List<String>> lines = new ArrayList<>();
        private List<String> line = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private boolean quoted;

        Cells(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        List<List<String>> lines() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && c == separator) {
                    endCell();
                } else if (!quoted && c == '\n') {
                    endLine();
                } else if (quoted || c != '\r') {
                    cell.append(c);
                }
            }
            if (quoted) {
                throw new IllegalArgumentException(
                        "A quote in row " + lines.size() + " of the table is never closed.");
            }
            endLine();
            return lines;
        }

        private void endCell() {
            line.add(cell.toString());
            cell.setLength(0);
        }

        private void endLine() {
            if (!line.isEmpty() || !cell.isEmpty()) {
                endCell();
                lines.add(line);
                line = new ArrayList<>();
            }
        }
    }
}
