package nacre.layers.catalogue;

import java.util.ArrayList;
import java.util.List;

/// Text for a terminal: lines that are not too long, and columns.
final class Columns {
    private Columns() {}

    /// Text in lines of at most `width` letters, broken between words; lines after the first begin
    /// where the text of the first does.
    static List<String> wrap(String text, int width) {
        String indent = " ".repeat(text.length() - text.stripLeading().length());
        return hanging(indent, text.strip(), width);
    }

    /// A first column, then text beside it that goes on below itself.
    static List<String> row(String first, int column, String text, int width) {
        if (first.length() >= column) {
            var lines = new ArrayList<String>(List.of(first));
            lines.addAll(hanging(" ".repeat(column), text, width));
            return lines;
        }
        return hanging(first + " ".repeat(column - first.length()), text, width);
    }

    private static List<String> hanging(String start, String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(start);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(start.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
