package nacre.kernel.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises Python in a line that Java does not take, and says it in Java.
///
/// Learners meet the layers in Keras's documentation first: `Dense(units=3, activation='relu')`,
/// `get_weights()`, `[1, 2, 3]`, `True`.
final class PythonSpellings {
    private static final List<Spelling> SPELLINGS =
            List.of(
                    of(
                            "\\b(True|False)\\b",
                            m -> "`" + m.group() + "` is `" + lower(m.group()) + "` in Java."),
                    of("\\bbool\\b", _ -> "`bool` is `boolean` in Java."),
                    of("\\bNone\\b", _ -> "`None` is `null` in Java."),
                    of(
                            "^\\s*def\\s+(\\w+)",
                            m ->
                                    "A method in Java: `int "
                                            + m.group(1)
                                            + "(int x) { return x + 1; }`."),
                    of(
                            "^\\s*import\\s+\\w+\\s+as\\b",
                            _ ->
                                    "Java has no `import … as`; the names of the library are imported already."),
                    of("^\\s*from\\s+\\S+\\s+import\\b", _ -> "In Java: `import java.util.List;`."),
                    of(
                            "^\\s*for\\s+(\\w+)\\s+in\\s+(?:range\\s*\\((.*)\\)|(.+?))\\s*:",
                            PythonSpellings::loop),
                    of("^\\s*elif\\b", _ -> "`elif` is `else if` in Java."),
                    of(
                            "^\\s*(if|while|else)\\b[^({]*:\\s*$",
                            m ->
                                    "In Java: `"
                                            + m.group(1)
                                            + (m.group(1).equals("else") ? "" : " (…)")
                                            + " { … }`."),
                    of(
                            "\\blambda\\s+(\\w+)\\s*:",
                            m -> "A lambda in Java: `" + m.group(1) + " -> …`."),
                    of(
                            "(\\S+)\\s+if\\s+(.+?)\\s+else\\s+(.+?)\\s*;?\\s*$",
                            m ->
                                    "In Java: `%s ? %s : %s`."
                                            .formatted(m.group(2), m.group(1), m.group(3))),
                    of(
                            "^\\s*del\\s+(\\w+)",
                            m ->
                                    "Nothing needs deleting in Java; `"
                                            + m.group(1)
                                            + " = null` lets go of a value."),
                    of(
                            "^\\s*(\\w+)\\s*,\\s*(\\w+)\\s*=(?!=)",
                            m ->
                                    "One name at a time in Java: `var "
                                            + m.group(1)
                                            + " = …; var "
                                            + m.group(2)
                                            + " = …;`."),
                    of(
                            "(?<![.\\w])(?:keras|tf|layers|models|torch|nn)(?:\\.[a-z]\\w*)*\\.([A-Z]\\w*)",
                            m ->
                                    "The names of the library are imported already: `new "
                                            + m.group(1)
                                            + "(…)`."),
                    of(
                            "(?<![.\\w])(?:np|numpy|tf|keras)\\.\\w+",
                            _ ->
                                    "There is no such module; `Tensor` has what NumPy does, as in `Tensor.of(new float[] {1, 2}, 2)`."),
                    of(
                            "^\\s*!\\s*\\w",
                            _ ->
                                    "Commands of the system stand in a cell that begins with `%%bash`."),
                    of("(?<![.\\w])println\\s*\\(", _ -> "In Java: `System.out.println(…)`."),
                    of("\\bnot\\s+\\w", _ -> "`not` is `!` in Java."),
                    of(
                            "\\w\\s+(and|or)\\s+\\w",
                            m ->
                                    "`"
                                            + m.group(1)
                                            + "` is `"
                                            + (m.group(1).equals("and") ? "&&" : "||")
                                            + "` in Java."),
                    of("\\*\\*", _ -> "A power in Java: `Math.pow(x, 2)`."),
                    of("(?<![.\\w])print\\s*(\\(|\")", _ -> "In Java: `System.out.println(…)`."),
                    of(
                            "(?<![.\\w])len\\s*\\(\\s*(\\w+|\"[^\"]*\")",
                            m ->
                                    "The length in Java: `"
                                            + m.group(1)
                                            + ".length` of an array, `"
                                            + m.group(1)
                                            + ".length()` of a text, `"
                                            + m.group(1)
                                            + ".size()` of a list."),
                    of("(?<![.\\w])str\\s*\\(", _ -> "In Java: `String.valueOf(…)`."),
                    of(
                            "(?<![.\\w])range\\s*\\(",
                            _ ->
                                    "In Java: `IntStream.range(0, n)`, or `for (int i = 0; i < n; i++)`."),
                    of(
                            "\\bf[\"']",
                            _ ->
                                    "Java has no f-strings: `\"%d of %d\".formatted(a, b)`, or join with `+`."),
                    of(
                            "(?:\\b(?!if\\b|while\\b|for\\b|switch\\b)\\w+\\s*\\(|,)\\s*([a-z]\\w*)\\s*=(?![=>])\\s*([^,)]*)",
                            PythonSpellings::namedArgument),
                    of(
                            "(?:[=(,]|^|return)\\s*\\[([^\\]]*)\\]",
                            m ->
                                    "A list in Java: `List.of("
                                            + m.group(1)
                                            + ")`; an array: `new double[] {"
                                            + m.group(1)
                                            + "}`."),
                    of(
                            "\\.?\\b([a-z]+(?:_[a-z0-9]+)+)\\b",
                            m -> "In Java names have no underscores: `" + camel(m.group(1)) + "`."),
                    of(
                            "(?<=[(,=]|^)\\s*''|'[^']*$|'[^']{2,}'",
                            _ -> "Texts stand in double quotes: `\"relu\"`."),
                    of("^\\s*#", _ -> "A comment begins with `//` in Java."));

    private record Spelling(Pattern pattern, Function<MatchResult, String> hint) {}

    private PythonSpellings() {}

    /// What to write instead, if the line of the problem looks like Python at the place of the
    /// problem.
    static Optional<String> hint(Problem problem) {
        Cell.Spot spot = problem.spot();
        String mask = maskedLine(problem, spot);
        for (Spelling spelling : SPELLINGS) {
            Optional<MatchResult> found =
                    spelling.pattern()
                            .matcher(mask)
                            .results()
                            .filter(each -> near(each, spot, problem.length()))
                            .findFirst();
            if (found.isPresent()) {
                Matcher unmasked = spelling.pattern().matcher(spot.text());
                boolean same =
                        unmasked.find(found.get().start())
                                && unmasked.start() == found.get().start();
                return Optional.of(spelling.hint().apply(same ? unmasked : found.get()));
            }
        }
        return Optional.empty();
    }

    /// Texts are blanked, but quotes stay; a text is not searched for Python.
    private static String maskedLine(Problem problem, Cell.Spot spot) {
        String mask = Source.mask(problem.cell().code());
        int begin = problem.position() - spot.column();
        return mask.substring(begin, Math.min(mask.length(), begin + spot.text().length()));
    }

    private static boolean near(MatchResult found, Cell.Spot spot, int length) {
        return found.start() <= spot.column() + length && spot.column() <= found.end() + 2;
    }

    private static String loop(MatchResult found) {
        String name = found.group(1);
        return found.group(2) != null
                ? "In Java: `for (int "
                        + name
                        + " = 0; "
                        + name
                        + " < "
                        + found.group(2)
                        + "; "
                        + name
                        + "++) { … }`."
                : "In Java: `for (var " + name + " : " + found.group(3) + ") { … }`.";
    }

    private static String namedArgument(MatchResult found) {
        String name = camel(found.group(1));
        String value = found.group(2).strip().replace('\'', '"');
        return "Java has no named arguments. What a layer must have goes into the parentheses, an option is a call:"
                + " `new Dense(3).activation(\"relu\")`. So `"
                + name
                + "="
                + value
                + "` is `"
                + value
                + "` or `."
                + name
                + "("
                + value
                + ")`.";
    }

    private static String camel(String name) {
        return Pattern.compile("_(\\w)")
                .matcher(name)
                .replaceAll(m -> m.group(1).toUpperCase(java.util.Locale.ROOT));
    }

    private static String lower(String word) {
        return word.toLowerCase(java.util.Locale.ROOT);
    }

    private static Spelling of(String pattern, Function<MatchResult, String> hint) {
        return new Spelling(Pattern.compile(pattern), hint);
    }
}
