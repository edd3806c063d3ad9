package nacre.tests.docs;

import java.util.ArrayList;
import java.util.List;

/// One thing a learner would type, and what the comment behind it promises.
///
/// @param code one or several lines
/// @param lastLine which line of the fence it ends on, from 0
/// @param promise what it shows; empty if nothing is promised
record Example(String code, int lastLine, String promise) {

    /// Whether some code can be run as it is, or goes on in the next line.
    interface Completeness {
        boolean isComplete(String code);
    }

    /// Cuts a fence into examples.
    ///
    /// A line without a semicolon is an expression, and the comment behind it, or the lines of
    /// comment below it, say what it shows. A comment behind a semicolon is only a comment.
    static List<Example> in(Fence fence, Completeness completeness) {
        var examples = new ArrayList<Example>();
        var lines = fence.lines();
        var code = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            code.append(lines.get(i)).append('\n');
            boolean chained = i + 1 < lines.size() && lines.get(i + 1).strip().startsWith(".");
            boolean last = i + 1 == lines.size();
            if (last || !chained && completeness.isComplete(code.toString())) {
                if (!withoutComment(code.toString()).isBlank()) {
                    examples.add(new Example(code.toString(), i, promise(lines, i)));
                }
                code.setLength(0);
            }
        }
        return examples;
    }

    private static String promise(List<String> lines, int i) {
        String code = withoutComment(lines.get(i)).strip();
        if (code.endsWith(";")) {
            return "";
        }
        String behind = comment(lines.get(i));
        if (!behind.isEmpty()) {
            return behind;
        }
        var below = new ArrayList<String>();
        for (int j = i + 1; j < lines.size() && lines.get(j).startsWith("//"); j++) {
            below.add(comment(lines.get(j)));
        }
        return String.join("\n", below);
    }

    private static String comment(String line) {
        int start = commentStart(line);
        return start < 0 ? "" : line.substring(start + 2).replaceFirst("^ ", "").stripTrailing();
    }

    private static String withoutComment(String code) {
        return code.lines()
                .map(line -> commentStart(line) < 0 ? line : line.substring(0, commentStart(line)))
                .reduce("", (a, b) -> a + b + "\n");
    }

    /// Where `//` starts a comment: not inside a string or a character.
    private static int commentStart(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0 && c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (line.startsWith("//", i)) {
                return i;
            }
        }
        return -1;
    }
}
