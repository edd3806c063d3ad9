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
    /// The first that fits is told: whole lines come before words.
    private static final List<Spelling> SPELLINGS =
            List.of(
                    of(
                            "^\\s*def\\s+(\\w+)",
                            "A method in Java: `int $1(int x) { return x + 1; }`."),
                    of("^\\s*class\\s+(\\w+)\\s*(?:\\(.*\\))?\\s*:", "In Java: `class $1 { … }`."),
                    of(
                            "^\\s*import\\s+\\w+(?:\\s+as\\b|\\s*$)",
                            "Java imports classes, as in `import java.util.List;`;"
                                    + " the names of the library are imported already."),
                    of("^\\s*from\\s+\\S+\\s+import\\b", "In Java: `import java.util.List;`."),
                    of(
                            "\\[\\s*([^\\[\\]]+?)\\s+for\\s+(\\w+)\\s+in\\s+(?:range\\s*\\(([^()]*)\\)|([\\w.]+))\\s*]",
                            PythonSpellings::comprehension),
                    of(
                            "^\\s*for\\s+(\\w+)\\s+in\\s+(?:range\\s*\\((.*)\\)|(.+?))\\s*:",
                            PythonSpellings::loop),
                    of(
                            "\\belif\\b[^{]*",
                            "`elif` is `else if` in Java, with parentheses and braces."),
                    of(
                            "^\\s*(if|while)\\b([^{]*):\\s*$",
                            m -> "In Java: `" + m.group(1) + " (" + condition(m) + ") { … }`."),
                    of("^\\s*else\\s*:", "In Java: `else { … }`."),
                    of(
                            "^\\s*(?:try|except|finally)\\b[^{]*:",
                            "In Java: `try { … } catch (Exception e) { … }`."),
                    of(
                            "^\\s*raise\\b.*",
                            "In Java: `throw new IllegalArgumentException(\"why\");`."),
                    of("^\\s*assert\\b(.+),", "In Java: `assert $1 : \"why\";`."),
                    of("^\\s*pass\\s*$", "An empty block in Java: `{ }`."),
                    of("\\blambda\\s+(\\w+)\\s*:", "A lambda in Java: `$1 -> …`."),
                    of( // what has a `;` or a brace in it is an `if` of Java
                            "(\\S*[^\\s;{}])\\s+if\\s+([^;{}]+?)\\s+else\\s+([^;{}]+?)\\s*;?\\s*$",
                            found ->
                                    Phrase.fill("In Java: `$2 ? $1 : $3`.", found)
                                            .replace("True", "true")
                                            .replace("False", "false")),
                    of(
                            "^\\s*del\\s+(\\w+)",
                            "Nothing needs deleting in Java; `$1 = null` lets go of a value."),
                    of(
                            "^\\s*(?:var\\s*)?\\(\\s*(\\w+)\\s*,\\s*(\\w+)\\s*\\)\\s*[,=]",
                            "One name at a time in Java: `var $1 = …; var $2 = …;`."),
                    of(
                            "\\bInput\\s*\\(\\s*shape\\s*=\\s*\\(\\s*([^()]*?)\\s*,?\\s*\\)",
                            "In Java: `Input.of($1)`."),
                    of(
                            "(?<=[(,=])\\s*\\(\\s*((?:\\d+|None)(?:\\s*,\\s*(?:\\d+|None))+)\\s*,?\\s*\\)",
                            "Java has no tuples: sizes stand without the parentheses, or as"
                                    + " `Shape.of($1)` or `new int[] {$1}`."),
                    of(
                            "\\b(?:(?:\\w+\\.)*load_model|(?:Model|Sequential)\\.load(?:Model)?)\\s*\\(",
                            "In Java: `Models.load(\"name.keras\")`."),
                    of(
                            "^\\s*(\\w+)\\s*,\\s*(\\w+)\\s*=(?!=)",
                            "One name at a time in Java: `var $1 = …; var $2 = …;`."),
                    of("(\\S+)\\s+is\\s+not\\s+None\\b", "In Java: `$1 != null`."),
                    of("(\\S+)\\s+is\\s+None\\b", "In Java: `$1 == null`."),
                    of(
                            "\\b(True|False)\\b",
                            m -> "`" + m.group() + "` is `" + lower(m.group()) + "` in Java."),
                    of("\\bbool\\b", "`bool` is `boolean` in Java."),
                    of("\\bNone\\b", "`None` is `null` in Java."),
                    of(
                            "(?<![.\\w])(?:keras|tf|layers|models|torch|nn)(?:\\.[a-z]\\w*)*\\.([A-Z]\\w*)",
                            "The names of the library are imported already: `new $1(…)`."),
                    of(
                            "(?<![.\\w])(?:np|numpy|tf|keras)\\.\\w+",
                            "There is no such module; `Tensor` has what NumPy does, as in"
                                    + " `Tensor.of(new float[] {1, 2}, 2)`."),
                    of(
                            "^\\s*!\\s*[A-Za-z]",
                            "Commands of the system stand in a cell that begins with `%%bash`."),
                    of("(?<![.\\w])println\\s*\\(", "In Java: `System.out.println(…)`."),
                    of("\\bnot\\s+\\w", "`not` is `!` in Java."),
                    of("\\w\\s+and\\s+\\w", "`and` is `&&` in Java."),
                    of("\\w\\s+or\\s+\\w", "`or` is `||` in Java."),
                    of("([\\w.]+)\\s*\\*\\*\\s*([\\w.]+)", "A power in Java: `Math.pow($1, $2)`."),
                    of("(?<![.\\w])print\\s*(\\(|\")", "In Java: `System.out.println(…)`."),
                    of(
                            "(?<![.\\w])len\\s*\\(\\s*(\\w+|\"[^\"]*\")",
                            "The length in Java: `$1.length` of an array, `$1.length()` of a text,"
                                    + " `$1.size()` of a list."),
                    of("(?<![.\\w])str\\s*\\(", "In Java: `String.valueOf(…)`."),
                    of(
                            "(?<![.\\w])int\\s*\\(",
                            "In Java: `(int) x` of a number, `Integer.parseInt(x)` of a text."),
                    of(
                            "(?<![.\\w])float\\s*\\(",
                            "In Java: `(float) x` of a number, `Float.parseFloat(x)` of a text."),
                    of(
                            "(?<![.\\w])type\\s*\\(",
                            "In Java: `x.getClass()`; `%whos` shows the types of all variables."),
                    of("(?<![.\\w])input\\s*\\(", "In Java: `new Scanner(System.in).nextLine()`."),
                    of(
                            "(?<![.\\w])range\\s*\\(",
                            "In Java: `IntStream.range(0, n)`, or `for (int i = 0; i < n; i++)`."),
                    of(
                            "\\bf[\"']",
                            "Java has no f-strings: `\"%d of %d\".formatted(a, b)`, or join with `+`."),
                    of(
                            "(?:\\b(?!if\\b|while\\b|for\\b|switch\\b)\\w+\\s*\\(|,)\\s*([a-z]\\w*)\\s*=(?![=>])\\s*([^,)]*)",
                            PythonSpellings::namedArgument),
                    of("(?:[=(,]|^|return)\\s*\\[([^\\]]*)\\]", PythonSpellings::list),
                    of(
                            "=\\s*\\{\\s*([^:{}]+):\\s*([^,:{}]+)[^{}]*}",
                            "A map in Java: `Map.of($1, $2)`."),
                    of(
                            "=\\s*\\(([^()]*,[^()]*)\\)\\s*;?\\s*$",
                            "Java has no tuples: `List.of($1)`, or a record with a name for each part."),
                    of(
                            "\\b([a-z]+(?:_[a-z0-9]+)+)\\b",
                            m -> "In Java names have no underscores: `" + camel(m.group(1)) + "`."),
                    of(
                            "(?<=[(,=]|^)\\s*''|'[^']*$|'[^']{2,}'",
                            "Texts stand in double quotes: `\"relu\"`."),
                    of("^\\s*#", "A comment begins with `//` in Java."));

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
        return Phrase.fill(
                found.group(2) != null
                        ? "In Java: `for (int $1 = 0; $1 < $2; $1++) { … }`."
                        : "In Java: `for (var $1 : $3) { … }`.",
                found);
    }

    /// A list that is made by a loop in its brackets.
    private static String comprehension(MatchResult found) {
        String range = found.group(3);
        if (range == null) {
            return Phrase.fill("In Java: `$4.stream().map($2 -> $1).toList()`.", found);
        }
        String bounds = range.contains(",") ? range : "0, " + range;
        return "In Java: `IntStream.range("
                + bounds
                + Phrase.fill(").map($2 -> $1).toArray()`.", found);
    }

    private static String condition(MatchResult found) {
        return found.group(2)
                .strip()
                .replaceAll("\\bTrue\\b", "true")
                .replaceAll("\\bFalse\\b", "false")
                .replaceAll("\\bnot\\s+", "!")
                .replaceAll("\\band\\b", "&&")
                .replaceAll("\\bor\\b", "||")
                .replaceAll("^\\((.*)\\)$", "$1");
    }

    private static String list(MatchResult found) {
        String items = found.group(1).replace('\'', '"');
        String type = items.contains("\"") ? "String" : "double";
        return "A list in Java: `List.of(%s)`; an array: `new %s[] {%s}`."
                .formatted(items, type, items);
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

    private static Spelling of(String pattern, String hint) {
        return of(pattern, found -> Phrase.fill(hint, found));
    }
}
