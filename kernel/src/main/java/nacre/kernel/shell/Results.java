package nacre.kernel.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// The values that cells have shown: `Out[3]` is at hand as the variable `_3`.
///
/// The variable is declared when a cell first names it. Declaring each at once would make every
/// later cell slower, because JShell imports all variables into each snippet.
final class Results {
    private static final Pattern NAME = Pattern.compile("\\b_(\\d+)\\b");

    private record Result(String type, @Nullable Object value) {}

    private final JShell jshell;
    private final Variables variables;
    private final Map<Integer, Result> shown = new HashMap<>();

    Results(JShell jshell, Variables variables) {
        this.jshell = jshell;
        this.variables = variables;
    }

    /// Keeps what a cell has shown.
    void keep(int cell, String type, @Nullable Object value) {
        shown.put(cell, new Result(type, value));
    }

    /// Declares the results that a cell names.
    void declareFor(Cell cell) {
        Matcher names = NAME.matcher(Source.mask(cell.code()));
        while (names.find()) {
            Result result = shown.remove(Integer.valueOf(names.group(1)));
            if (result != null && !declare(result.type(), names.group(), result.value())) {
                declare("Object", names.group(), result.value());
            }
        }
    }

    private boolean declare(String type, String name, @Nullable Object value) {
        boolean declared = false;
        for (SnippetEvent event : jshell.eval(type + " " + name + ";")) {
            if (event.causeSnippet() == null
                    && event.status() == Status.VALID
                    && event.snippet() instanceof VarSnippet variable) {
                declared = variables.set(variable, value);
            }
        }
        return declared;
    }
}
