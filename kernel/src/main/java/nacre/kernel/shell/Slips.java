package nacre.kernel.shell;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/// What beginners of Java write, and what they mean by it.
final class Slips {
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<![\\w.])(?!(?:return|throw|yield|else|case|assert|new|do)\\b)\\w[\\w<>,]*(?:\\[\\])*\\s+([a-z]+)\\s*(?:=(?!=)|;)");
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*(const|let|val|auto)\\s+(\\w+)\\s*=");

    /// What stands in braces, by the type of its elements.
    private static final Map<String, Pattern> ELEMENTS =
            Map.of(
                    "int", elements("-?\\d+"),
                    "double", elements("-?\\d+\\.\\d+"),
                    "String", elements("\"[^\"]*\""));

    private static final Pattern CHANGE = Pattern.compile("\\s*(?:[-+*/%]?=(?!=)|\\+\\+|--)");
    private static final Pattern COUNT = Pattern.compile("(?:\\+\\+|--)\\s*$");
    private static final Pattern RECORD = Pattern.compile("\\brecord\\s+\\w+[^(]*\\(([^()]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern LABEL = Pattern.compile("\\b(?:case\\b[^:>]*|default\\s*):\\s*$");

    private static final Pattern DECIMAL = Pattern.compile("\\d\\.\\d*(?![\\dfF])");

    private Slips() {}

    /// Braces with such elements, up to the end of the line.
    private static Pattern elements(String element) {
        return Pattern.compile(
                "^\\{\\s*(%1$s(?:\\s*,\\s*%1$s)*)\\s*}\\s*;?\\s*$".formatted(element));
    }

    /// What to write instead, if the problem looks like one of these slips.
    static Optional<String> hint(Problem problem) {
        String line = problem.spot().text();
        if (problem.is("ref.ambiguous")) {
            return Optional.of(
                    problem.message().contains("(")
                            ? "A type before the argument decides, as in `(String) x`."
                            : "An import of the one that is meant decides.");
        }
        if (problem.is("illegal.start.of.expr") && isStaticBlock(line, problem.spot().column())) {
            return Optional.of(
                    "A cell runs its lines by itself: write them without `static { … }`.");
        }
        if (problem.is("illegal.start.of.expr") && line.startsWith("{", problem.spot().column())) {
            return values(line.substring(problem.spot().column()));
        }
        if (problem.is("not.stmt")) {
            return LABEL.matcher(line.substring(0, problem.spot().column())).find()
                    ? Optional.of("A `switch` that gives a value has arrows: `case 1 -> …;`.")
                    : SyntaxSlips.hint(problem)
                            .or(
                                    () ->
                                            Optional.of(
                                                    "Give it a name, return it or print it: `var x = …;`."));
        }
        if (problem.is("unclosed.char.lit") || problem.is("empty.char.lit")) {
            Matcher quoted = QUOTED.matcher(line.substring(problem.spot().column()));
            String text = quoted.lookingAt() ? quoted.group(1) : "hello";
            return Optional.of("A text stands in double quotes: `\"" + text + "\"`.");
        }
        if (problem.is("illegal.char")) {
            return Lookalikes.hint(problem);
        }
        if (problem.isPreview()) {
            return Optional.of(
                    "Previews are asked for when the kernel is installed:"
                            + " `./nacre install --java-option=--enable-preview`.");
        }
        if (problem.message().contains("String cannot be converted to char")) {
            return Optional.of("One character stands in single quotes: `'a'`.");
        }
        if (problem.message().contains("from double to float") && DECIMAL.matcher(line).find()) {
            return Optional.of("A float is written with an `f`, as in `3.5f`.");
        }
        if (problem.is("already.defined") && problem.message().startsWith("variable ")) {
            return Optional.of(
                    "To give it another value, leave out the type: `%s = …;`."
                            .formatted(problem.word()));
        }
        return TypeSlips.hint(problem)
                .or(() -> StreamSlips.hint(problem))
                .or(() -> kept(problem, line))
                .or(() -> ofRecord(problem))
                .or(() -> ofPattern(problem, line))
                .or(() -> declaration(line))
                .or(() -> keyword(line))
                .or(() -> isWritten(problem) ? SyntaxSlips.hint(problem) : Optional.empty());
    }

    private static boolean isStaticBlock(String line, int column) {
        return line.startsWith("{", column) && line.substring(0, column).matches("\\s*static\\s*");
    }

    /// A variable that changes, used in a lambda.
    private static Optional<String> kept(Problem problem, String line) {
        if (!problem.is("cant.ref.non.effectively.final")) {
            return Optional.empty();
        }
        String name = problem.word();
        String use = line.substring(problem.spot().column() + name.length());
        boolean isChanged =
                CHANGE.matcher(use).lookingAt()
                        || COUNT.matcher(line.substring(0, problem.spot().column())).find();
        return Optional.of(
                isChanged
                        ? "It cannot be changed there: use a `for` loop, or let a stream count, as with `sum()`."
                        : "A copy that never changes can: `var copy = %s;` before."
                                .formatted(name));
    }

    /// A part of a record that should get another value.
    private static Optional<String> ofRecord(Problem problem) {
        if (!problem.is("cant.assign.val.to.var")) {
            return Optional.empty();
        }
        String before = Source.mask(problem.cell().code()).substring(0, problem.position());
        String name = problem.message().replaceFirst("(?s).* variable (\\w+).*", "$1");
        return RECORD.matcher(before)
                        .results()
                        .anyMatch(
                                record ->
                                        Words.of(record.group(1)).contains(name)
                                                && isOpen(before.substring(record.end())))
                ? Optional.of(
                        "What a record holds never changes: make a new one. A constructor without parentheses sets it without `this.`")
                : Optional.empty();
    }

    /// Whether the first brace in it is still open at its end.
    private static boolean isOpen(String mask) {
        int depth = 0;
        for (char c : mask.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '}' && depth == 0) {
                return false;
            }
        }
        return depth > 0;
    }

    /// The name behind an `instanceof`, used where it may not have been true.
    private static Optional<String> ofPattern(Problem problem, String line) {
        String before = line.substring(0, problem.spot().column());
        return problem.is("cant.resolve")
                        && before.matches(
                                ".*\\binstanceof\\s+[\\w<>?]+\\s+"
                                        + Pattern.quote(problem.word())
                                        + "\\b.*")
                ? Optional.of(
                        "`%s` is there only where the `instanceof` is surely true: behind `&&`, not behind `||`."
                                .formatted(problem.word()))
                : Optional.empty();
    }

    private static Optional<String> declaration(String line) {
        Matcher declared = DECLARED.matcher(line);
        return declared.find()
                ? Optional.of(
                        "In Java: `%s %s = …;`."
                                .formatted(
                                        declared.group(1).equals("const") ? "final var" : "var",
                                        declared.group(2)))
                : Optional.empty();
    }

    /// Whether the looks of the line say what is wrong, not the meaning of its words.
    private static boolean isWritten(Problem problem) {
        return problem.isSyntax() || problem.is("cant.resolve") && problem.word().equals("String");
    }

    private static Optional<String> keyword(String line) {
        return NAMED.matcher(line)
                .results()
                .map(found -> found.group(1))
                .filter(SourceVersion::isKeyword)
                .findFirst()
                .map(word -> "`" + word + "` is a word of Java itself; choose another name.");
    }

    /// `xs = {1, 2}`, which is possible only where `xs` is declared.
    private static Optional<String> values(String braces) {
        return ELEMENTS.entrySet().stream()
                .flatMap(
                        each ->
                                each.getValue()
                                        .matcher(braces)
                                        .results()
                                        .map(
                                                found ->
                                                        "`new %s[] {%s}`"
                                                                .formatted(
                                                                        each.getKey(),
                                                                        found.group(1))))
                .findFirst()
                .map(
                        array ->
                                "Braces alone make an array where it is declared; here: "
                                        + array
                                        + ".");
    }
}
