package nacre.kernel.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Says in a learner's words what javac says in its own.
final class JavacWords {
    private static final List<Rule> RULES =
            List.of(
                    rule("expected", "(.*) expected", m -> missing(m.group(1))),
                    same(
                            "premature.eof",
                            "The cell ends too early: a closing `}` or `)` is missing."),
                    rule(
                            "dot.class.expected",
                            ".*",
                            _ -> "Java expects a name here, and this is no name."),
                    same(
                            "try.without.catch.finally.or.resource.decls",
                            "A `try` needs a `catch` or a `finally` behind it."),
                    rule(
                            "foreach.not.applicable.to.type",
                            "(?s).*found: +(\\S+)",
                            m ->
                                    "A loop `for (… : …)` goes through an array or a collection, and this is "
                                            + article(m.group(1))
                                            + "."),
                    rule(
                            "is.preview",
                            "(\\S+) is a preview.*",
                            m ->
                                    "`"
                                            + m.group(1)
                                            + "` is only tried out in this Java, and not switched on."),
                    rule(
                            "preview.feature.disabled",
                            "(.+?) (?:is|are) .*",
                            m ->
                                    "This Java only tries out "
                                            + m.group(1)
                                            + ", and that is not switched on."),
                    same(
                            "illegal.start.of.expr",
                            "Here a value should begin, but this cannot begin one."),
                    same("illegal.start.of.type", "Here a type or a declaration should begin."),
                    same("illegal.start.of.stmt", "Here a statement should begin."),
                    same("not.stmt", "This is a value, but nothing is done with it."),
                    same("unclosed.str.lit", "A text has no closing `\"` on its line."),
                    same("unclosed.text.block", "A text block has no closing `\"\"\"`."),
                    same("unclosed.char.lit", "Single quotes hold exactly one character."),
                    same("unclosed.comment", "A comment has no closing `*/`."),
                    same("empty.char.lit", "Single quotes hold exactly one character."),
                    rule(
                            "illegal.char",
                            "illegal character: '(.*)'",
                            m -> "Java has no use for the character `" + m.group(1) + "` here."),
                    rule(
                            "int.number.too.large",
                            "integer number too large.*?([\\d_]+)?$",
                            _ ->
                                    "This number is too large for an int; write an `L` after it for a long."),
                    same(
                            "missing.ret.stmt",
                            "The method can end without a return: every way through it must return a value."),
                    rule(
                            "var.might.not.have.been.initialized",
                            "variable (\\S+) .*",
                            m ->
                                    "`"
                                            + m.group(1)
                                            + "` may have no value yet when it is used here."),
                    rule(
                            "already.defined",
                            "\\w+ (.+) is already defined .*",
                            m -> "There is a `" + m.group(1) + "` already."),
                    rule(
                            "cant.assign.val.to.var",
                            "cannot assign a value to .* variable (\\S+)",
                            m ->
                                    "`"
                                            + m.group(1)
                                            + "` is final: it got its value once and for all."),
                    rule(
                            "unreported.exception",
                            "unreported exception (\\S+);.*",
                            m ->
                                    "This can throw "
                                            + m.group(1)
                                            + "; catch it, or write `throws "
                                            + m.group(1)
                                            + "` at the method."),
                    rule(
                            "unreachable.stmt",
                            ".*",
                            _ ->
                                    "This can never be reached: what stands before it always leaves or never ends."),
                    rule(
                            "doesnt.exist",
                            "package (\\S+) does not exist",
                            m -> "There is no package `" + m.group(1) + "`."),
                    rule(
                            "report.access",
                            "(.+) has (private|protected) access in (\\S+)",
                            m ->
                                    "`"
                                            + m.group(1)
                                            + "` is "
                                            + m.group(2)
                                            + " in "
                                            + m.group(3)
                                            + ": it cannot be used from outside."),
                    rule(
                            "array.req.but.found",
                            "array required, but (.+) found",
                            m -> "Only arrays have `[…]`, and this is of type " + m.group(1) + "."),
                    rule(
                            "cant.deref",
                            "(\\S+) cannot be dereferenced",
                            m -> "A value of type " + m.group(1) + " has no methods or fields."),
                    rule(
                            "incomparable.types",
                            "incomparable types: (\\S+) (?:and|cannot be compared to) (\\S+)",
                            m ->
                                    "A value of type "
                                            + m.group(1)
                                            + " can never be equal to one of type "
                                            + m.group(2)
                                            + "."),
                    rule(
                            "abstract.cant.be.instantiated",
                            "(\\S+) is abstract.*",
                            m ->
                                    m.group(1)
                                            + " is abstract: there are objects only of the classes that extend it."),
                    rule(
                            "does.not.override.abstract",
                            "(.+) is not abstract and does not override abstract method (.+) in (\\S+)",
                            m ->
                                    m.group(1)
                                            + " lacks the method `"
                                            + m.group(2)
                                            + "` that "
                                            + m.group(3)
                                            + " asks for."),
                    rule(
                            "method.does.not.override",
                            ".*",
                            _ ->
                                    "There is no such method above to override: name or parameters differ."),
                    rule(
                            "cant.ref.non.effectively.final",
                            "local variables referenced from (.*) must be .*",
                            m ->
                                    "Only variables that never change can be used in "
                                            + m.group(1)
                                            + "."),
                    rule(
                            "non-static.cant.be.ref",
                            "non-static (\\w+) (\\S+) .*",
                            m ->
                                    "`"
                                            + m.group(2)
                                            + "` belongs to an object: call it on one, not on the class."),
                    rule(
                            "unexpected.type",
                            "unexpected type\\s+required: variable.*",
                            _ -> "Only a variable can stand on the left of `=`."),
                    rule(
                            "type.found.req",
                            "(?s)unexpected type.*found: +(int|long|double|float|boolean|char|byte|short)\\b.*",
                            m ->
                                    "`"
                                            + m.group(1)
                                            + "` cannot stand between `<` and `>`; write `"
                                            + boxed(m.group(1))
                                            + "`."),
                    same("else.without.if", "This `else` has no `if` before it."),
                    same("catch.without.try", "This `catch` has no `try` before it."),
                    same("ret.outside.meth", "`return` is only possible inside a method."),
                    same(
                            "break.outside.switch.loop",
                            "`break` is only possible inside a loop or a switch."),
                    same("cont.outside.loop", "`continue` is only possible inside a loop."),
                    same(
                            "invalid.meth.decl.ret.type.req",
                            "A method needs a type before its name: what it returns, or `void`."),
                    same(
                            "not.exhaustive",
                            "This switch does not say what happens in all cases; add the missing ones or a `default`."),
                    rule(
                            "cant.infer.local.var.type",
                            "(?s)cannot infer type for local variable (\\S+).*\\((.*)\\)",
                            m ->
                                    "`var` cannot tell the type of `"
                                            + m.group(1)
                                            + "`: "
                                            + m.group(2)
                                            + "."),
                    same("this.as.identifier", "`this` cannot be a name."),
                    rule(
                            "illegal.initializer.for.type",
                            "illegal initializer for (\\S+)",
                            m -> "Braces make arrays, and this is a " + m.group(1) + "."),
                    rule(
                            "void.not.allowed",
                            ".*",
                            _ -> "This method returns nothing, so it cannot be used as a value."),
                    same("underscore.as.identifier", "`_` alone is not a name in Java."),
                    rule(
                            "use.of.underscore.not.allowed",
                            "(?s).*",
                            _ -> "`_` alone is not a name in Java."));

    private record Rule(String kind, Pattern words, Function<MatchResult, String> say) {}

    private JavacWords() {}

    /// The problem in plain words; javac's own where there are none.
    static String say(Problem problem) {
        if (problem.is("cant.resolve")) {
            return unknownName(problem);
        }
        if (problem.is("premature.eof") && problem.word().equals("else")) {
            return "This `else` has no `if` before it.";
        }
        if (problem.is("illegal.start.of.stmt") && problem.word().equals("}")) {
            return "There is a `}` too many.";
        }
        if (problem.isUnknownOwner()) {
            return "There is no variable or class `" + problem.word() + "`.";
        }
        if (problem.is("prob.found.req")) {
            return wrongType(problem.message().replaceFirst("^incompatible types: ", ""));
        }
        if (problem.is("cant.apply.symbol")) {
            return wrongArguments(problem);
        }
        if (problem.is("operator.cant.be.applied")) {
            return wrongOperands(problem);
        }
        return RULES.stream()
                .filter(rule -> problem.is(rule.kind()))
                .flatMap(
                        rule ->
                                rule.words()
                                        .matcher(problem.message())
                                        .results()
                                        .limit(1)
                                        .map(rule.say()))
                .findFirst()
                .orElse(problem.message());
    }

    private static String unknownName(Problem problem) {
        String symbol = problem.after("symbol:");
        String name = symbol.replaceFirst("^\\w+ +", "");
        String owner = owner(problem);
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

    private static String wrongType(String words) {
        var lossy = find("possible lossy conversion from (\\S+) to (\\S+)", words);
        if (lossy.isPresent()) {
            String from = lossy.get().group(1);
            String to = lossy.get().group(2);
            return "A "
                    + from
                    + " does not always fit into "
                    + article(to)
                    + ": something would be lost."
                    + " Write `("
                    + to
                    + ")` before it to allow that.";
        }
        var other = find("^(.+) cannot be converted to (.+)$", words);
        if (other.isPresent()) {
            return "Here should be "
                    + article(other.get().group(2))
                    + ", but this is "
                    + article(other.get().group(1))
                    + ".";
        }
        if (words.startsWith("missing return value")) {
            return "This `return` needs a value: the method promises one.";
        }
        if (words.startsWith("unexpected return value")) {
            return "This method is `void`: it returns nothing, so `return` takes no value.";
        }
        return "The types do not fit: "
                + words.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("")
                + ".";
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
        String forms =
                Pattern.compile(
                                "(?:method|constructor) (?:\\S+\\.)?([^.\\s(]+\\([^)]*\\))[^\\n]* is not applicable")
                        .matcher(problem.message())
                        .results()
                        .map(form -> form.group(1).replaceFirst("^<[^>]*>", ""))
                        .distinct()
                        .limit(8)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
        return "There is no form `"
                + many.get().group(2)
                + "`."
                + (forms.isEmpty() ? "" : " There is: " + forms + ".");
    }

    private static String wrongOperands(Problem problem) {
        var operator = find("operator '(.+)'", problem.message());
        String sign = operator.map(found -> found.group(1)).orElse("this");
        String first = problem.after("first type:");
        return first.isEmpty()
                ? "`" + sign + "` does not work on this type."
                : "`"
                        + sign
                        + "` does not work between "
                        + first
                        + " and "
                        + problem.after("second type:")
                        + ".";
    }

    private static String missing(String what) {
        String list =
                what.replace("<identifier>", "a name")
                        .replace("class, interface, enum, or record", "a class")
                        .replaceAll("'([^']+)'", "`$1`")
                        .replace(", or ", " or ");
        return "Java expects " + list + " here.";
    }

    private static String none(String arguments) {
        return arguments.equals("no arguments") ? "" : arguments.replace(",", ", ");
    }

    private static String article(String type) {
        return (type.matches("[AEIOaeio].*") ? "an " : "a ") + type;
    }

    private static String boxed(String primitive) {
        return switch (primitive) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default -> primitive.substring(0, 1).toUpperCase(Locale.ROOT) + primitive.substring(1);
        };
    }

    private static Optional<MatchResult> find(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().findFirst();
    }

    private static Rule rule(String kind, String words, Function<MatchResult, String> say) {
        return new Rule(kind, Pattern.compile(words, Pattern.DOTALL), say);
    }

    private static Rule same(String kind, String say) {
        return rule(kind, ".*", _ -> say);
    }
}
