package nacre.kernel.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.display.Display;

/// Builds the errors that cells end with.
final class Errors {
    private Errors() {}

    static CellError stopped(int cell, String more) {
        String message = "Cell [" + cell + "] was stopped.";
        return error(
                "Stopped", message, more.isEmpty() ? List.of(message) : List.of(message, more));
    }

    static CellError error(String name, String message, List<String> lines) {
        String text = String.join("\n", lines);
        var data = new LinkedHashMap<String, Object>();
        data.put("text/html", "<pre>" + escape(text) + "</pre>");
        data.put("text/plain", text);
        return new CellError(name, message, lines, new Display(data, Map.of()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
