package nacre.kernel.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What javac's complaints mean, one by one; `$1` is a word out of javac's own sentence.
final class JavacRules {
    private static final String HIDDEN = "`$1` is $2 in $3: it cannot be used from outside.";

    private static final String NO_ORDER =
            "Objects of $1 have no order: the class can implement `Comparable<$1>`, or a `Comparator` says it.";

    private static final String LAMBDA =
            "A lambda stands where its type is known, as in `Function<Integer, Integer> f = x -> x + 1;`.";

    private static final List<Rule> RULES =
            List.of(
                    rule("expected", "(.*) expected", m -> missing(m.group(1))),
                    rule(
                            "premature.eof",
                            "The cell ends too early: a closing `}` or `)` is missing."),
                    rule(
                            "ref.ambiguous",
                            "both (?:method|constructor) (.+?) in \\S* and (?:method|constructor) (.+?) in ",
                            "Two methods fit equally well: `$1` and `$2`."),
                    rule(
                            "ref.ambiguous",
                            "both \\S+ (\\S+) in (\\S+) and \\S+ \\S+ in (\\S+) match",
                            "`$1` can be two things here: `$2.$1` or `$3.$1`."),
                    rule("dot.class.expected", "Java expects a name here, and this is no name."),
                    rule(
                            "try.without.catch.finally.or.resource.decls",
                            "A `try` needs a `catch` or a `finally` behind it."),
                    rule(
                            "foreach.not.applicable.to.type",
                            ".*found: +(\\S+)",
                            m ->
                                    "A loop `for (… : …)` goes through an array or a collection, and this is "
                                            + JavacWords.article(m.group(1))
                                            + "."),
                    rule(
                            "is.preview",
                            "(\\S+) is a preview.*",
                            "`$1` is only tried out in this Java, and not switched on."),
                    rule(
                            "preview.feature.disabled",
                            "(.+?) (?:is|are) .*",
                            "This Java only tries out $1, and that is not switched on."),
                    rule(
                            "illegal.start.of.expr",
                            "Here a value should begin, but this cannot begin one."),
                    rule("illegal.start.of.type", "Here a type or a declaration should begin."),
                    rule("illegal.start.of.stmt", "Here a statement should begin."),
                    rule("not.stmt", "This is a value, but nothing is done with it."),
                    rule("unclosed.str.lit", "A text has no closing `\"` on its line."),
                    rule("unclosed.text.block", "A text block has no closing `\"\"\"`."),
                    rule(
                            "illegal.text.block.open",
                            "The text of a text block begins on the line below its `\"\"\"`."),
                    rule("unclosed.char.lit", "Single quotes hold exactly one character."),
                    rule("unclosed.comment", "A comment has no closing `*/`."),
                    rule("empty.char.lit", "Single quotes hold exactly one character."),
                    rule(
                            "illegal.char",
                            "illegal character: '(.*)'",
                            m ->
                                    "Java has no use for the character `"
                                            + character(m.group(1))
                                            + "` here."),
                    rule(
                            "int.number.too.large",
                            "This number is too large for an int; write an `L` after it for a long."),
                    rule(
                            "array.dimension.missing",
                            "The array has neither a size, as in `new int[3]`, nor values, as in `new int[] {1, 2}`."),
                    rule(
                            "missing.ret.stmt",
                            "The method can end without a return: every way through it must return a value."),
                    rule(
                            "var.might.not.have.been.initialized",
                            "variable (\\S+) .*",
                            "`$1` may have no value yet when it is used here."),
                    rule(
                            "already.defined",
                            "\\w+ (.+) is already defined .*",
                            "`$1` is declared already."),
                    rule(
                            "cant.assign.val.to.var",
                            "cannot assign a value to .* variable (\\S+)",
                            "`$1` is final: it keeps its value, unless it is declared anew without the word."),
                    rule(
                            "unreported.exception",
                            "unreported exception (\\S+);.*",
                            "This can throw $1; catch it, or write `throws $1` at the method."),
                    rule(
                            "incompatible.thrown.types.in.mref",
                            "incompatible thrown types (\\S+) .*",
                            "This can throw $1, and nothing here may: write a lambda that catches it, `x -> { try { … } catch ($1 e) { … } }`."),
                    rule(
                            "try.with.resources.expr.effectively.final.var",
                            "variable (\\S+) .*",
                            "A `try` closes what never changes: declare it there, `try (var $1 = …) { … }`."),
                    rule(
                            "instanceof.reifiable.not.safe",
                            "cast to (\\w+)<.*",
                            "While a program runs, nothing is left of what stands between `<` and `>`: ask `instanceof $1<?>`."),
                    rule(
                            "instanceof.reifiable.not.safe",
                            "cast to (\\S+)",
                            "While a program runs, nothing is left of `$1`: it cannot be asked for."),
                    rule(
                            "unreachable.stmt",
                            "This can never be reached: what stands before it always leaves or never ends."),
                    rule(
                            "doesnt.exist",
                            "package (\\S+) does not exist",
                            "There is no package `$1`."),
                    rule("report.access", "(.+) has (private|protected) access in (\\S+)", HIDDEN),
                    rule(
                            "cant.apply.symbols",
                            "found for (\\S+\\([^)]*\\)).*\\(\\1 has (private|protected) access in (\\S+)\\)",
                            HIDDEN),
                    rule(
                            "cant.apply.symbol",
                            "reason: (\\S+) has (private|protected) access in ([^;\\s]+)",
                            HIDDEN),
                    rule(
                            "cant.apply.symbol",
                            "reason: (\\S+) is not public in ([^;\\s]+);",
                            "`$1` is not public in $2: it cannot be used from outside."),
                    rule(
                            "cant.apply.symbol",
                            "inference variable (\\w) has incompatible bounds\\s+equality constraints: (int|long|double|float|boolean|char|byte|short)\\s",
                            m ->
                                    Phrase.fill(
                                            "`$1` stands only for objects: `"
                                                    + boxed(m.group(2))
                                                    + "[]` fits, `$2[]` does not.",
                                            m)),
                    rule(
                            "cant.apply.symbol",
                            "(?:equality constraints|inferred|lower bounds): (\\w+)\\s+upper bound(?:s|\\(s\\)): (?:\\w+,)?Comparable<",
                            NO_ORDER),
                    rule(
                            "cant.apply.symbol",
                            "upper bounds: (?:\\w+,)?Comparable<[^>]*>\\s+lower bounds: (\\w+)\\)?\\s*(?:\\n|$)",
                            NO_ORDER),
                    rule(
                            "array.req.but.found",
                            "array required, but (.+) found",
                            "Only arrays have `[…]`, and this is of type $1."),
                    rule(
                            "cant.deref",
                            "void cannot be dereferenced",
                            "This method gives nothing back, so nothing can be asked of it."),
                    rule(
                            "cant.deref",
                            "(\\S+) cannot be dereferenced",
                            "A value of type $1 has no methods or fields."),
                    rule(
                            "incomparable.types",
                            "incomparable types: (\\S+) (?:and|cannot be compared to) (\\S+)",
                            "A value of type $1 can never be equal to one of type $2."),
                    rule(
                            "incorrect.number.of.nested.patterns",
                            "The pattern must have as many parts as the record."),
                    rule(
                            "except.never.thrown.in.try",
                            "exception (\\S+) is never thrown.*",
                            "Nothing in this `try` can throw $1: its `catch` is not needed."),
                    rule(
                            "type.found.req",
                            "required: class\\s+found: +type parameter (\\S+)",
                            "There is no `new $1()`, since $1 is known only to who uses it: take a `Supplier<$1>` that makes one."),
                    rule(
                            "restricted.type.not.allowed.compound",
                            "With `var` each variable is declared by itself: `var a = 1; var b = 2;`."),
                    rule(
                            "cant.ref.non.effectively.final",
                            "local variables referenced from (.*) must be .*",
                            "Only variables that never change can be used in $1."),
                    rule(
                            "non-static.cant.be.ref",
                            "non-static variable (this|super) .*",
                            "`$1` is the object inside a class; a cell by itself has none, nor has `static` code."),
                    rule(
                            "non-static.cant.be.ref",
                            "non-static type variable (\\S+) .*",
                            "`$1` is another type for each object, so nothing `static` can be of it."),
                    rule(
                            "non-static.cant.be.ref",
                            "non-static (\\w+) (\\S+) .*",
                            "`$2` belongs to an object, and here is none: name one before it, as in `x.$2`, or make it `static`."),
                    rule(
                            "unexpected.type",
                            "unexpected type\\s+required: variable.*",
                            "Only a variable can stand on the left of `=`."),
                    rule(
                            "type.found.req",
                            "unexpected type.*found: +(int|long|double|float|boolean|char|byte|short)\\b.*",
                            m ->
                                    Phrase.fill(
                                            "`$1` cannot stand between `<` and `>`; write `"
                                                    + boxed(m.group(1))
                                                    + "`.",
                                            m)),
                    rule(
                            "wrong.number.type.args",
                            "wrong number of type arguments; required (\\d+)",
                            "Between `<` and `>` there should be $1 of them here, as in `Map<String, Integer>`."),
                    rule(
                            "limit.string",
                            "A text in code can have 65,535 bytes; read a longer one from a file."),
                    rule(
                            "limit.code",
                            "This is too much code for one method: Java takes 64 KB. Split it, or read data from a file."),
                    rule("limit.parameters", "A method can have 255 parameters."),
                    rule("limit.", "This is larger than Java allows: split it."),
                    rule(
                            "invalid.mref",
                            "cannot find symbol\\s+symbol: +\\w+ (\\w+)\\(.*location: \\w+ (\\S+)",
                            "There is no method `$1` in $2."),
                    rule(
                            "type.found.req",
                            "required: class or interface without bounds\\s+found: +\\?",
                            "`?` stands for no type that `new` could make: write a type, or `<>`."),
                    rule(
                            "no.switch.expression",
                            "`yield` gives the value of a `switch`, and here is none."),
                    rule("else.without.if", "This `else` has no `if` before it."),
                    rule("catch.without.try", "This `catch` has no `try` before it."),
                    rule(
                            "return.outside.switch.expression",
                            "A `switch` that gives a value is not left by `return`: `yield` gives its value, or what stands behind `->`."),
                    rule(
                            "break.outside.switch.expression",
                            "A `switch` that gives a value is not left by `break`: `yield` gives its value, or what stands behind `->`."),
                    rule(
                            "continue.outside.switch.expression",
                            "A `switch` that gives a value is not left by `continue`: it has to give one."),
                    rule(
                            "lambda.body.neither.value.nor.void.compatible",
                            "The lambda gives a value on some ways and none on others."),
                    rule("ret.outside.meth", "`return` is only possible inside a method."),
                    rule(
                            "break.outside.switch.loop",
                            "`break` is only possible inside a loop or a switch."),
                    rule("cont.outside.loop", "`continue` is only possible inside a loop."),
                    rule(
                            "not.exhaustive",
                            "This switch does not say what happens in all cases; add the missing ones or a `default`."),
                    rule(
                            "cant.infer.local.var.type",
                            ".*\\b(\\S+)\\s*\\(array initializer needs.*",
                            "`var` cannot tell what the braces of `$1` hold; write `int[] $1 = {…}`, or `List.of(…)`."),
                    rule(
                            "cant.infer.local.var.type",
                            "cannot infer type for local variable (\\S+).*lambda expression.*",
                            "`var` cannot tell the type of a lambda; write `Function<Integer, Integer> $1 = …`, or what it takes and gives."),
                    rule(
                            "cant.infer.local.var.type",
                            "cannot infer type for local variable (\\S+).*method reference.*",
                            "`var` cannot tell the type of a method; write `Function<String, Integer> $1 = …`, or what it takes and gives."),
                    rule(
                            "cant.infer.local.var.type",
                            "cannot infer type for local variable (\\S+).*\\((.*)\\)",
                            m ->
                                    "`var` cannot tell the type of `"
                                            + m.group(1)
                                            + "`: "
                                            + untold(m.group(2), m.group(1))
                                            + "."),
                    rule(
                            "illegal.array.creation.both",
                            "An array has a size, as in `new int[3]`, or values, as in `new int[] {1, 2}`, not both."),
                    rule(
                            "bad.initializer",
                            "The variable of a loop needs a type, as in `for (int n : list)`."),
                    rule(
                            "illegal.digit.in.octal.literal",
                            "A number that begins with 0 is octal, with digits up to 7: leave out the 0."),
                    rule(
                            "illegal.digit.in.binary.literal",
                            "A number that begins with 0b has only the digits 0 and 1."),
                    rule("illegal.underscore", "`_` stands only between the digits of a number."),
                    rule(
                            "illegal.esc.char",
                            "Behind a backslash only some letters can stand; the backslash itself is `\\\\`."),
                    rule(
                            "illegal.dot",
                            "This dot is one too many, or a name is missing behind it."),
                    rule(
                            "variable.not.allowed",
                            "A variable cannot be declared here: write the line in braces, `{ … }`."),
                    rule(
                            "class.not.allowed",
                            "A class cannot be declared here: write the line in braces, `{ … }`."),
                    rule("finally.without.try", "This `finally` has no `try` before it."),
                    rule("undef.label", "undefined label: (\\S+)", "There is no label `$1`."),
                    rule("orphaned", "`case` and `default` stand only inside of a `switch`."),
                    rule("duplicate.case.label", "This case stands here twice."),
                    rule("duplicate.default.label", "A switch has one `default`."),
                    rule(
                            "switch.mixing.case.types",
                            "In one switch either all cases have `->`, or all have `:`."),
                    rule("const.expr.req", "Behind `case` stands a constant, not a variable."),
                    rule(
                            "pattern.expected",
                            "A name stands behind the type, as in `case Circle c -> …`."),
                    rule(
                            "pattern.dominated",
                            "This case can never be reached: one before it takes all of it."),
                    rule(
                            "except.already.caught",
                            "exception (\\S+) .*",
                            "$1 is caught before this already."),
                    rule(
                            "var.might.already.be.assigned",
                            "variable (\\S+) .*",
                            "`$1` is final and may have its value already."),
                    rule(
                            "var.might.be.assigned.in.loop",
                            "variable (\\S+) .*",
                            "`$1` is final: it cannot get a value again and again in a loop."),
                    rule("illegal.self.ref", "This variable is used before it has a value."),
                    rule("illegal.forward.ref", "This is used before it is declared."),
                    rule(
                            "generic.array.creation",
                            "There are no arrays of this type; a list does it: `new ArrayList<>()`."),
                    rule(
                            "type.doesnt.take.params",
                            "type (\\S+) .*",
                            "$1 has nothing between `<` and `>`."),
                    rule("unexpected.lambda", LAMBDA),
                    rule("unexpected.mref", LAMBDA),
                    rule("this.as.identifier", "`this` cannot be a name."),
                    rule(
                            "illegal.initializer.for.type",
                            "illegal initializer for (\\S+)",
                            m ->
                                    "Braces make arrays, and this is "
                                            + JavacWords.article(m.group(1))
                                            + "."),
                    rule(
                            "void.not.allowed",
                            "This method returns nothing, so it cannot be used as a value."),
                    rule("underscore.as.identifier", "`_` alone is not a name in Java."),
                    rule("use.of.underscore.not.allowed", "`_` alone is not a name in Java."));

    record Rule(String kind, Pattern words, Function<MatchResult, String> say) {
        Optional<String> apply(Problem problem) {
            return problem.is(kind)
                    ? words.matcher(problem.message()).results().findFirst().map(say)
                    : Optional.empty();
        }
    }

    private JavacRules() {}

    /// The first rule that knows the problem.
    static Optional<String> say(Problem problem) {
        return Stream.of(RULES, ClassRules.RULES)
                .flatMap(List::stream)
                .flatMap(rule -> rule.apply(problem).stream())
                .findFirst();
    }

    private static String missing(String what) {
        String list =
                what.replace("<identifier>", "a name")
                        .replace("class, interface, enum, or record", "a class")
                        .replaceAll("'([^']+)'|(?<![^ ,])(->|[=:]|case|default)(?![^ ,])", "`$1$2`")
                        .replace(", or ", " or ");
        return "Java expects " + list + " here.";
    }

    /// Why `var` has no type to take.
    private static String untold(String reason, String name) {
        if (reason.contains("without initializer")) {
            return "it has no value yet; write `int " + name + ";`, or give it one";
        }
        if (reason.contains("self-referencing")) {
            return "its own value is asked for before it has one";
        }
        if (reason.contains("'null'")) {
            return "`null` has no type; write `String " + name + " = null;`, or what it will be";
        }
        return reason.contains("'void'") ? "this method gives nothing back" : reason;
    }

    /// The character that javac names by its number, `\\u201c`.
    private static String character(String named) {
        return named.matches("\\\\u\\p{XDigit}{4}")
                ? Character.toString(Integer.parseInt(named.substring(2), 16))
                : named;
    }

    private static String boxed(String primitive) {
        return switch (primitive) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default -> primitive.substring(0, 1).toUpperCase(Locale.ROOT) + primitive.substring(1);
        };
    }

    static Rule rule(String kind, String words, Function<MatchResult, String> say) {
        return new Rule(kind, Pattern.compile(words, Pattern.DOTALL), say);
    }

    static Rule rule(String kind, String words, String say) {
        return rule(kind, words, found -> Phrase.fill(say, found));
    }

    static Rule rule(String kind, String say) {
        return rule(kind, ".*", say);
    }
}
