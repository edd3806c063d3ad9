package nacre.kernel.shell;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// The values that cells have shown: `Out[3]` is at hand as the variable `_3` too, the last as `_`.
///
/// The variable is declared when a cell first names it. Declaring each at once would make every
/// later cell slower, because JShell imports all variables into each snippet.
final class Results {
    private static final int MOST = 200; // more would keep too much in memory
    private static final Pattern NAME = Pattern.compile("(?<![\\w$])_(\\d+)\\b");
    private static final Pattern OUT = Pattern.compile("(?<![\\w$.])Out *\\[ *(\\d+) *\\]");

    private static final Pattern TYPED =
            Pattern.compile(
                    "(?<![\\w$.])(?:(Out *\\[ *)(?=\\d*$)|(?=[_%1$s]))([_%1$s]?\\d*)$"
                            .formatted(LastValue.NAME));

    /// @param expression what gave the value, for its type
    private record Result(String expression, @Nullable Object value) {}

    private final JShell jshell;
    private final Imports imports;
    private final Variables variables;
    private final SequencedMap<Integer, Result> shown = new LinkedHashMap<>();
    private @Nullable Result last;

    Results(JShell jshell, Imports imports, Variables variables) {
        this.jshell = jshell;
        this.imports = imports;
        this.variables = variables;
    }

    /// Keeps what a cell has shown, if it is one of the session's.
    void keep(int cell, String expression, @Nullable Object value) {
        if (cell == Cell.UNNUMBERED) {
            return;
        }
        last = new Result(expression, value);
        shown.put(cell, last);
        if (shown.size() > MOST) {
            shown.pollFirstEntry();
        }
    }

    /// Whether this is the name of a result, and not of a variable that a cell has declared.
    static boolean isResult(String name) {
        return name.equals(LastValue.NAME) || NAME.matcher(name).matches();
    }

    /// How `_` and `Out[` can go on, the latest result first; nothing elsewhere.
    ///
    /// @param before the code before the cursor
    Optional<Completion> complete(String before) {
        Matcher typed = TYPED.matcher(Source.mask(before));
        if (!typed.find() || typed.group(1) != null && isTaken("Out")) {
            return Optional.empty();
        }
        boolean isName = typed.group(1) == null;
        var items = new ArrayList<Completion.Item>();
        if (isName && last != null) {
            items.add(item("_", last));
        }
        shown.reversed()
                .forEach(
                        (number, result) ->
                                items.add(item(isName ? "_" + number : number + "]", result)));
        String begin = typed.group(2).replace(LastValue.NAME, "_");
        items.removeIf(each -> !each.text().startsWith(begin));
        return items.isEmpty()
                ? Optional.empty() // there may be other names that begin so
                : Optional.of(new Completion(typed.start(2), before.length(), items));
    }

    /// With the code that has given the value.
    private static Completion.Item item(String text, Result result) {
        return new Completion.Item(text, "instance", result.expression().strip());
    }

    /// Declares the results that a cell names.
    ///
    /// @return the cell as the compiler is to see it
    Cell declareFor(Cell written) {
        Cell cell = isTaken("Out") ? written : withShortNames(written);
        Matcher names = NAME.matcher(Source.mask(cell.code()));
        while (names.find()) {
            declareOnce(names.group(), shown.get(Integer.valueOf(names.group(1))));
        }
        if (last == null) {
            return cell;
        }
        Cell named = LastValue.named(cell);
        if (named.code().contains(LastValue.NAME)) {
            declare(LastValue.NAME, last);
        }
        return named;
    }

    private boolean isTaken(String name) {
        return jshell.variables().anyMatch(each -> each.name().equals(name));
    }

    /// `_3` for `Out[3]`, as wide as that.
    private static Cell withShortNames(Cell cell) {
        Matcher outs = OUT.matcher(Source.mask(cell.code()));
        var code = new StringBuilder(cell.code());
        while (outs.find()) {
            String name = "_" + outs.group(1);
            code.replace(
                    outs.start(),
                    outs.end(),
                    name + " ".repeat(outs.end() - outs.start() - name.length()));
        }
        return cell.withCode(code.toString());
    }

    private void declareOnce(String name, @Nullable Result result) {
        if (!isTaken(name)) {
            declare(name, result);
        }
    }

    private void declare(String name, @Nullable Result result) {
        if (result == null) {
            return;
        }
        imports.declare();
        String plain = plain(result.value());
        String type = type(result.expression()); // as it is now: what it names may have changed
        boolean isChanged = type.equals("Object") || isPrimitive(type) && !type.equals(plain);
        if (isChanged || !declare(type, name, result.value())) {
            declare(plain, name, result.value());
        }
    }

    private static boolean isPrimitive(String type) {
        return !Character.isUpperCase(type.charAt(0)) && type.matches("\\w+");
    }

    /// A type that a value surely has: `int`, `String`, or any.
    private static String plain(@Nullable Object value) {
        if (value == null || !value.getClass().getPackageName().equals("java.lang")) {
            return "Object";
        }
        return MethodType.methodType(value.getClass()).unwrap().returnType().getName();
    }

    private String type(String expression) {
        List<Snippet> snippets = jshell.sourceCodeAnalysis().sourceToSnippets(expression);
        return switch (snippets.isEmpty() ? null : snippets.getFirst()) {
            case VarSnippet variable -> variable.typeName();
            case ExpressionSnippet named -> named.typeName();
            case null, default -> "Object";
        };
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
