package nacre.kernel.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in a learner's words what javac says in its own.
final class JavacWords {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:method|constructor) (?:\\S+\\.)?([^.\\s(]+\\([^)]*\\))[^\\n]* is not applicable");

    private static final Pattern MODIFIER = Pattern.compile("Modifier '(\\w+)' not permitted");

    private JavacWords() {}

    /// The problem in plain words; javac's own where there are none.
    static String say(Problem problem) {
        if (problem.is("cant.resolve")) {
            return unknownName(problem);
        }
        if (problem.is("premature.eof") && problem.word().equals("else")) {
            return "This `else` has no `if` before it.";
        }
        if (problem.is("premature.eof") && problem.word().matches("catch|finally")) {
            return "This `" + problem.word() + "` has no `try` before it.";
        }
        if (problem.is("premature.eof") && endsAtDot(problem.cell())) {
            return "The cell ends at a dot: a name should follow.";
        }
        if (problem.is("premature.eof") && endsAtOperator(problem.cell())) {
            return "The cell ends too early: a value should follow.";
        }
        if (problem.is("illegal.start.of.stmt") && problem.word().equals("}")) {
            return "There is a `}` too many.";
        }
        if (problem.is("illegal.start.of.stmt") && problem.word().matches("case|default")) {
            return "`case` and `default` stand only inside of a `switch`.";
        }
        if (problem.isSyntax() && isSurplus(problem)) {
            return "There is a `)` too many.";
        }
        if (problem.is("unexpected.type") && isCounted(problem)) {
            return "`++` and `--` count a variable, and this is a value.";
        }
        if (problem.message().startsWith("JShell method names")) {
            return "Every object has `"
                    + problem.word()
                    + "` already: write it into a class, or give it another name.";
        }
        Matcher modifier = MODIFIER.matcher(problem.message());
        if (modifier.matches()) {
            return "A method can be `" + modifier.group(1) + "` only inside of a class.";
        }
        if (problem.isUnknownOwner()) {
            return "There is no variable or class `" + problem.word() + "`.";
        }
        if (problem.is("var.might.not.have.been.initialized") && problem.word().equals("}")) {
            return "`%s` is final and has no value when the constructor ends."
                    .formatted(problem.message().replaceFirst("variable (\\S+) .*", "$1"));
        }
        if (problem.is("non-static.cant.be.ref") && problem.word().equals("new")) {
            return "An inner class needs an object around it: write `static` before the class.";
        }
        if (problem.is("prob.found.req") && isAsked(problem)) {
            return problem.message()
                    .replaceFirst(
                            "incompatible types: (.+) cannot be converted to (.+)",
                            "A value of type $1 can never be one of type $2.");
        }
        if (problem.is("prob.found.req")) {
            return WrongType.say(problem.message().replaceFirst("^incompatible types: ", ""));
        }
        if (problem.is("cant.apply.symbol")) {
            return JavacRules.say(problem)
                    .or(() -> WrongType.ofArgument(problem.message()))
                    .orElseGet(() -> wrongArguments(problem));
        }
        if (problem.is("operator.cant.be.applied")) {
            return wrongOperands(problem);
        }
        if (problem.is("unreported.exception") && isInLambda(problem)) {
            return "This can throw %1$s, and a lambda may not: catch it in the lambda, `try { … } catch (%1$s e) { … }`."
                    .formatted(
                            problem.message().replaceFirst("(?s).*?exception ([^;\\s]+);.*", "$1"));
        }
        return JavacRules.say(problem).orElse(problem.message());
    }

    /// Whether it could be a class of which something is asked: `Foo.bar()`.
    private static boolean isOwner(Problem problem) {
        String code = problem.cell().code();
        return problem.word().matches("\\p{Lu}.*")
                && code.startsWith(".", problem.position() + problem.length());
    }

    /// Whether there is a `)` that closes nothing.
    private static boolean isSurplus(Problem problem) {
        String before = Source.mask(problem.cell().code()).substring(0, problem.position());
        return problem.word().equals(")")
                && !problem.message().equals("'(' expected")
                && before.chars().filter(c -> c == '(').count()
                        <= before.chars().filter(c -> c == ')').count();
    }

    /// Whether a `++` or `--` stands there.
    private static boolean isCounted(Problem problem) {
        Cell.Spot spot = problem.spot();
        return spot.text().substring(0, spot.column()).matches(".*(?:\\+\\+|--)\\s*")
                || spot.text().substring(spot.column()).matches("(?:\\+\\+|--).*");
    }

    /// Whether it stands behind a `->`, or in braces behind one.
    private static boolean isInLambda(Problem problem) {
        String before = Source.mask(problem.cell().code()).substring(0, problem.position());
        int depth = 0;
        boolean isOther = false; // of an earlier statement
        for (int i = before.length() - 1; i >= 0; i--) {
            char c = before.charAt(i);
            depth += ")]}".indexOf(c) >= 0 ? 1 : "([{".indexOf(c) >= 0 ? -1 : 0;
            isOther |= depth == 0 && c == ';';
            if (depth < 0) {
                depth = 0;
                isOther = false;
            }
            if (depth == 0 && !isOther && before.startsWith("->", i)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is asked for a type that the value can never have.
    static boolean isAsked(Problem problem) {
        Cell.Spot spot = problem.spot();
        int end = Math.min(spot.column() + problem.length(), spot.text().length());
        return spot.text().substring(end).matches("\\s*instanceof\\b.*");
    }

    private static boolean endsAtDot(Cell cell) {
        return Source.mask(cell.code()).stripTrailing().endsWith(".");
    }

    private static boolean endsAtOperator(Cell cell) {
        return Source.mask(cell.code())
                .stripTrailing()
                .matches("(?s).*(?:[=*/%&|<,]|->|(?<!\\+)\\+|(?<!-)-)");
    }

    private static String unknownName(Problem problem) {
        String symbol = problem.after("symbol:");
        String name = symbol.replaceFirst("^\\w+ +", "");
        String owner = problem.isBehindOwner() ? owner(problem) : "";
        String where = owner.isEmpty() ? "" : " in " + owner;
        if (name.matches("_\\d+")) {
            return "No cell " + name.substring(1) + " has shown a value.";
        }
        if (symbol.startsWith("method")) {
            return "There is no method `" + name + "`" + where + ".";
        }
        if (symbol.startsWith("class")) {
            return "There is no class `" + name + "`" + where + ".";
        }
        if (owner.isEmpty() && isOwner(problem)) {
            return "There is no variable or class `" + problem.word() + "`.";
        }
        return owner.isEmpty()
                ? "There is no variable `" + (name.isEmpty() ? problem.word() : name) + "`."
                : "There is no `" + name + "` in " + owner + ".";
    }

    /// The type in which a name was looked for; empty for the cell itself.
    static String owner(Problem problem) {
        String location = problem.after("location:");
        String type = location.replaceFirst("^.* of type ", "").replaceFirst("^\\w+ +", "");
        return type.startsWith("$") || type.equals("class") ? "" : type;
    }

    private static String wrongArguments(Problem problem) {
        var one = find("(method|constructor) (\\S+) in .*", problem.firstLine());
        if (one.isPresent()) {
            String given = problem.after("found:");
            return "`"
                    + one.get().group(2)
                    + "` takes ("
                    + none(problem.after("required:"))
                    + "), but got ("
                    + none(given)
                    + ").";
        }
        var many = find("no suitable (method|constructor) found for (.+)", problem.firstLine());
        if (many.isEmpty()) {
            return problem.message();
        }
        return "There is no form `" + many.get().group(2).replace("no arguments", "") + "`.";
    }

    /// The forms of a call that come near to one that there is not.
    static Optional<String> forms(Problem problem) {
        List<String> forms =
                FORM.matcher(problem.message())
                        .results()
                        .map(form -> form.group(1).replaceFirst("^<[^>]*>", "").replace(",", ", "))
                        .distinct()
                        .limit(8)
                        .map(form -> "`" + form + "`")
                        .toList();
        return forms.isEmpty()
                ? Optional.empty()
                : Optional.of("There is " + String.join(", ", forms) + ".");
    }

    private static String wrongOperands(Problem problem) {
        var operator = find("operator '(.+)'", problem.message());
        String sign = operator.map(found -> found.group(1)).orElse("this");
        String first = problem.after("first type:").replace("<nulltype>", "null");
        String second = problem.after("second type:").replace("<nulltype>", "null");
        String only = problem.firstLine().replaceFirst(".*bad operand type (.+) for .*", "$1");
        return first.isEmpty()
                ? "`" + sign + "` does not work on " + article(only) + "."
                : "`" + sign + "` does not work between " + first + " and " + second + ".";
    }

    static String none(String arguments) {
        return arguments.equals("no arguments") ? "" : arguments.replace(",", ", ");
    }

    static String article(String type) {
        return (type.matches("[AEIOaeio].*") ? "an " : "a ") + type;
    }

    private static Optional<MatchResult> find(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().findFirst();
    }
}
