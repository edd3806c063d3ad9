package nacre.kernel.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What beginners ask of a value whose type cannot do it: `names[0]` of a list, `n.toString()` of
/// an int, `1 < n < 3`.
final class TypeSlips {
    private static final Pattern PLACE = Pattern.compile("^\\s*\\[([^\\[\\]]+)\\]");

    private static final Pattern REPEATED = Pattern.compile("(\"[^\"]*\"|\\w+)\\s*\\*\\s*(\\w+)");
    private static final Pattern TIMES = Pattern.compile("(\\w+)\\s*\\*\\s*(\"[^\"]*\"|\\w+)");
    private static final Pattern CHAIN =
            Pattern.compile("([\\w.]+)\\s*([<>]=?)\\s*([\\w.]+)\\s*([<>]=?)\\s*([\\w.]+)");
    private static final Pattern OWNER = Pattern.compile("([\\w.]+)\\s*\\.\\s*$");
    private static final Pattern HEAD =
            Pattern.compile(
                    "\\bfor\\s*\\(\\s*[\\w.]+(?:<[^()]*>)?\\s+(\\w+)\\s*:\\s*(\\w+|\"[^\"]*\")\\s*\\)");

    private TypeSlips() {}

    static Optional<String> hint(Problem problem) {
        String line = problem.spot().text();
        if (problem.is("array.req.but.found")) {
            return place(problem, line);
        }
        if (problem.is("operator.cant.be.applied")) {
            return operands(problem, line);
        }
        if (problem.is("cant.deref")) {
            return ofPrimitive(problem, line);
        }
        String owner = problem.is("cant.resolve") ? JavacWords.owner(problem) : "";
        if (owner.matches("[A-Z]")) {
            return Optional.of(
                    "`%1$s` can be anything, so it has what every object has; `<%1$s extends Comparable<%1$s>>` asks for more."
                            .formatted(owner));
        }
        return problem.is("foreach.not.applicable.to.type")
                ? loop(problem, line)
                : Optional.empty();
    }

    private static Optional<String> operands(Problem problem, String line) {
        String first = problem.after("first type:");
        String second = problem.after("second type:");
        if (first.equals("boolean") && problem.message().matches("(?s).*operator '[<>]=?'.*")) {
            return filled(CHAIN, line, "In Java two comparisons: `$1 $2 $3 && $3 $4 $5`.");
        }
        if (!problem.message().contains("operator '*'")) {
            return Optional.empty();
        }
        return first.equals("String")
                ? filled(REPEATED, line, "A text again and again: `$1.repeat($2)`.")
                : second.equals("String")
                        ? filled(TIMES, line, "A text again and again: `$2.repeat($1)`.")
                        : Optional.empty();
    }

    /// `n.toString()` of an int.
    private static Optional<String> ofPrimitive(Problem problem, String line) {
        Matcher owner = OWNER.matcher(line.substring(0, problem.spot().column()));
        if (!owner.find()) {
            return Optional.empty();
        }
        String text = "String.valueOf(" + owner.group(1) + ")";
        return switch (problem.word()) {
            case "equals" -> Optional.of("Simple values are compared with `==`.");
            case "compareTo" -> Optional.of("Numbers are compared with `<`, `==` and `>`.");
            case "toString" -> Optional.of("Its text: `" + text + "`.");
            case "length" -> Optional.of("How many characters it has: `" + text + ".length()`.");
            default -> Optional.empty();
        };
    }

    /// A loop over a text or up to a number.
    private static Optional<String> loop(Problem problem, String line) {
        String found = problem.message().replaceFirst("(?s).*found: +(\\S+).*", "$1");
        Matcher head = HEAD.matcher(line);
        if (!head.find()) {
            return Optional.empty();
        }
        return switch (found) {
            case "String" ->
                    Optional.of(
                            Phrase.fill(
                                    "Its characters: `for (char $1 : $2.toCharArray()) { … }`.",
                                    head));
            case "int" ->
                    Optional.of(
                            Phrase.fill(
                                    "A loop that counts: `for (int $1 = 0; $1 < $2; $1++) { … }`.",
                                    head));
            default ->
                    found.matches("\\w*Map(?:<.*)?")
                            ? Optional.of(
                                    Phrase.fill(
                                            "Its entries: `for (var $1 : $2.entrySet()) { … }`; its keys: `$2.keySet()`.",
                                            head))
                            : Optional.empty();
        };
    }

    /// `names[0]` of a list or a text.
    private static Optional<String> place(Problem problem, String line) {
        String type = problem.message().replaceFirst(".* but (.+) found", "$1");
        String method =
                type.matches("(?:String|CharSequence)")
                        ? "charAt"
                        : type.equals("Shape") ? "dim" : hasGet(type) ? "get" : "";
        Matcher found = PLACE.matcher(line.substring(problem.spot().column()));
        String place = found.find() ? found.group(1).strip() : "0";
        String bare = type.replaceFirst("<.*", "");
        if (method.isEmpty()) {
            return Optional.empty();
        }
        if (place.equals("-1") && bare.matches("\\w*List")) {
            return Optional.of("The last of " + JavacWords.article(bare) + ": `.getLast()`.");
        }
        if (method.equals("get") && isAssigned(line.substring(problem.spot().column()))) {
            String change = bare.endsWith("Map") ? "put" : "set";
            return Optional.of(
                    "Of %s: `.%s(%s, …)`.".formatted(JavacWords.article(bare), change, place));
        }
        return Optional.of("Of %s: `.%s(%s)`.".formatted(JavacWords.article(bare), method, place));
    }

    private static boolean isAssigned(String brackets) {
        return brackets.matches("\\s*\\[[^\\[\\]]+]\\s*=[^=].*");
    }

    /// Whether one asks with `get` for what is at a place.
    private static boolean hasGet(String type) {
        return type.matches("Tensor|\\w*(?:List|Map)(?:<.*)?");
    }

    private static Optional<String> filled(Pattern pattern, String line, String sentence) {
        return pattern.matcher(line)
                .results()
                .findFirst()
                .map(found -> Phrase.fill(sentence, found));
    }
}
