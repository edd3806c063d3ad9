package nacre.kernel.shell;

import static nacre.display.Display.escape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.display.Display;

/// An error as it is told: what is wrong, the learner's own lines, what to do; as text, plain and
/// with a terminal's colours, and as an HTML card.
///
/// Neither a learner's line nor that of its caret has a colour, so that the one stays below the
/// other for those too who show the text as it comes.
///
/// The card needs no script and no style sheet, and names both of its colours, so that it looks the
/// same in a notebook that is not trusted and on a dark page.
final class Story {
    private static final String CARD =
            "border-left: 4px solid #c62828; background: #fdf4f3; color: #212121; padding: 6px 12px;";
    private static final String NOTE =
            "border-left: 4px solid #1565c0; background: #f3f7fc; color: #212121; padding: 6px 12px;";
    private static final String CODE =
            "margin: 2px 0 6px 0; padding: 0; background: #fdf4f3; color: #212121;";

    private static final int WIDEST = 400; // characters of a line that are shown

    private static final String RED = "\u001b[1;31m";
    private static final String GREEN = "\u001b[32m";
    private static final String BLUE = "\u001b[34m";
    private static final String GREY = "\u001b[90m";
    private static final String PLAIN = "\u001b[0m";

    private final String name;
    private final String message;
    private final List<String> lines = new ArrayList<>();
    private final List<String> colored = new ArrayList<>();
    private final StringBuilder folded = new StringBuilder();
    private String footnote = "";
    private final StringBuilder html = new StringBuilder();

    Story(String name, String problem) {
        this.name = name;
        this.message = LastValue.asWritten(problem);
        String colon = message.isEmpty() ? "" : ": ";
        lines.addAll((name + colon + message).lines().toList());
        colored.addAll((color(RED, name) + colon + message).lines().toList());
        html.append("<div style=\"%s\"><div>".formatted(CARD))
                .append("<b style=\"color: #b71c1c\">%s</b>%s".formatted(escape(name), colon))
                .append(prose(message).replace("\n", "<br>"))
                .append("</div>");
    }

    /// A line of a cell; `length` characters from the spot's column are pointed at, none if it is
    /// 0.
    Story at(Cell.Spot spot, String title, int length) {
        Cell.Spot seen = spot.near(WIDEST);
        String code = "    " + seen.text();
        add(title, color(BLUE, title));
        add(code, code);
        String block = code;
        if (length > 0) {
            String before = seen.text().substring(0, Math.min(seen.column(), seen.text().length()));
            String caret =
                    "    " + before.replaceAll("[^\t]", " ") + "^".repeat(Math.min(length, WIDEST));
            block += "\n" + caret;
            add(caret, caret);
        }
        html.append("<div style=\"color: #616161\">%s</div>".formatted(escape(title)))
                .append("<pre style=\"%s\">%s</pre>".formatted(CODE, escape(block)));
        return this;
    }

    /// A line of its own, as before the frames of a cause.
    Story line(String text) {
        add(text, text);
        html.append("<div>%s</div>".formatted(prose(text)));
        return this;
    }

    /// What to do about it; nothing if it is empty.
    Story hint(String text) {
        if (!text.isEmpty()) {
            add(text, color(GREEN, text));
            html.append("<div style=\"color: #1b5e20\">%s</div>".formatted(prose(text)));
        }
        return this;
    }

    /// A last word in the traceback, which has no place to unfold anything.
    Story footnote(String text) {
        footnote = text;
        return this;
    }

    /// What only an experienced reader wants to see: folded away in the card, left out of the
    /// traceback.
    Story details(String title, String text) {
        folded.append('\n').append(title).append('\n').append(text.stripTrailing()).append('\n');
        html.append("<details><summary>%s</summary>".formatted(escape(title)))
                .append("<pre style=\"%s\">%s</pre></details>".formatted(CODE, escape(text)));
        return this;
    }

    /// A remark on a cell with which nothing is wrong.
    static Display note(String text) {
        var data = new LinkedHashMap<String, Object>();
        data.put("text/html", "<div style=\"%s\">%s</div>".formatted(NOTE, prose(text)));
        data.put("text/plain", text.replace("`", ""));
        return new Display(data, Map.of());
    }

    CellError error() {
        var data = new LinkedHashMap<String, Object>();
        data.put("text/html", html + "</div>");
        data.put("text/plain", String.join("\n", lines) + "\n" + folded);
        if (!footnote.isEmpty()) {
            add(footnote, color(GREY, footnote));
        }
        return new CellError(name, message, lines, colored, new Display(data, Map.of()));
    }

    private void add(String line, String inColor) {
        lines.add(line);
        colored.add(inColor);
    }

    private static String color(String color, String text) {
        return color + text + PLAIN;
    }

    /// Text in which code stands between backticks.
    private static String prose(String text) {
        return escape(text).replaceAll("`([^`\n]+)`", "<code>$1</code>");
    }
}
