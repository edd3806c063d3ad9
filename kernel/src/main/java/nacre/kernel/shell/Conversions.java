package nacre.kernel.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a value becomes one of the type that is asked for, where one way is the likeliest by far.
final class Conversions {
    private static final String TEXT =
            "Anything becomes a text with `String.valueOf(x)` or `\"\" + x`.";
    private static final String NUMBER = "A text becomes a number with `%s.parse%s(text)`.";
    private static final String COLLECTION = "\\b(?:List|Set|Collection)\\b(?:<.*?>)?";

    /// By what javac says; what is narrower stands before.
    private static final List<Rule> RULES =
            List.of(
                    rule(
                            "String cannot be converted to (int|Integer|long|Long|double|Double)\\b(?!\\[)",
                            Conversions::parsed),
                    rule(
                            "String cannot be converted to boolean",
                            "Whether two texts are equal: `a.equals(b)`; `=` gives a value."),
                    rule(
                            "\\bTensor cannot be converted to (?:int|float|double)",
                            "The only number of a tensor is `.item()`, one of several `.get(0)`."),
                    rule(
                            "\\b(?:int|float|double)(?:\\[])* cannot be converted to Tensor\\b",
                            "It is made with `Tensor.of(…)`."),
                    rule("String cannot be converted to Path", "It is made with `Path.of(text)`."),
                    rule("String cannot be converted to File", "It is made with `new File(text)`."),
                    rule(
                            "String cannot be converted to Throwable",
                            "In Java: `throw new IllegalArgumentException(\"why\");`."),
                    rule(
                            "\\bStream<.*(?:conforms|converted) to (?:List|Collection)\\b",
                            "A stream becomes a list with `.toList()` behind it."),
                    rule(
                            "\\bStream<.*(?:conforms|converted) to Set\\b",
                            "A stream becomes a set with `.collect(Collectors.toSet())` behind it."),
                    rule(
                            "(?:Int|Long|Double)Stream cannot be converted to List",
                            "A stream of numbers becomes a list with `.boxed().toList()` behind it."),
                    rule(
                            "\\b(?:int|long|double)\\[] cannot be converted to List",
                            "A list is made of an array with `Arrays.stream(a).boxed().toList()`."),
                    rule(
                            "\\b\\w+\\[] cannot be converted to List",
                            "A list is made of an array with `List.of(a)`."),
                    rule(
                            "\\[] cannot be converted to Stream",
                            "A stream is made of an array with `Arrays.stream(a)`."),
                    rule(
                            "Object\\[] cannot be converted to (int|long|double)\\[]",
                            Conversions::unboxed),
                    rule(
                            "Object\\[] cannot be converted to ([A-Z]\\w*)\\[]",
                            "An array of this type is made with `.toArray($1[]::new)`."),
                    rule(
                            COLLECTION + "(?: cannot be converted| conforms) to Stream\\b",
                            "A stream is made of a collection with `.stream()` behind it."),
                    rule(
                            COLLECTION
                                    + "(?: cannot be converted| conforms) to (ArrayList|LinkedList|HashSet|TreeSet)\\b",
                            "It is made of the other with `new $1<>(…)` around it."),
                    rule(
                            "\\bOptional(?:Int|Long|Double|<.*>)?(?: cannot be converted| conforms) to (?!Optional)",
                            "The result may be missing: `.orElse(…)` behind it says what is taken then."),
                    rule(
                            " cannot be converted to Optional<",
                            "It is made with `Optional.of(…)` around the value."),
                    rule(
                            " cannot be converted to (?:Supplier|Callable)<",
                            "It is made with a lambda: `() -> …`."),
                    rule(
                            "(?:converted|conforms) to (?:Function|UnaryOperator|ToIntFunction)<",
                            "It is made with a lambda: `x -> …`."),
                    rule(
                            "equality constraints: Double.*lower bounds: Integer",
                            "`1` is an int; `1.0` is a double."),
                    rule(
                            "\\bint cannot be converted to Double",
                            "`3` is an int; `3.0` is a double."),
                    rule("\\bint cannot be converted to Long", "`3` is an int; `3L` is a long."),
                    rule("<nulltype> cannot be converted to int", "An `Integer` can be `null`."),
                    rule("<nulltype> cannot be converted to double", "A `Double` can be `null`."),
                    rule("\\b(?!void)[a-z]+ cannot be converted to String\\b", TEXT),
                    rule(
                            "\\bint cannot be converted to boolean",
                            "A condition is true or false: compare with `==`, as in `n == 0`."));

    /// A method without parameters where two values of a type should be compared.
    private static final Pattern COMPARED =
            Pattern.compile("required: no arguments\\s+found: +([^,\\s]+),\\1\\s");

    private record Rule(Pattern words, Function<MatchResult, String> say) {}

    private Conversions() {}

    static Optional<String> hint(Problem problem) {
        String words = problem.message();
        if (words.contains("String cannot be converted to boolean")
                && problem.word().startsWith("\"")) {
            return Optional.of("Without quotes it is one: `true` or `false`.");
        }
        if (words.contains("char cannot be converted to String")
                && problem.word().startsWith("'")) {
            return Optional.of(
                    "A text stands in double quotes: `%s`."
                            .formatted(problem.word().replace('\'', '"')));
        }
        if (COMPARED.matcher(words).find()) {
            return Optional.of(
                    "To compare by it: `Comparator.comparing(%s)`.".formatted(reference(problem)));
        }
        return RULES.stream()
                .flatMap(rule -> rule.words().matcher(words).results().limit(1).map(rule.say()))
                .findFirst();
    }

    /// A text can be made of all; to be said after the forms of a call, one of which may take the
    /// value as it is.
    static Optional<String> toText(Problem problem) {
        return problem.message()
                        .matches("(?s).*(?<!\\bvoid)[^\\]] cannot be converted to String\\b.*")
                ? Optional.of(TEXT)
                : Optional.empty();
    }

    private static String parsed(MatchResult found) {
        return switch (found.group(1)) {
            case "int", "Integer" -> NUMBER.formatted("Integer", "Int");
            case "long", "Long" -> NUMBER.formatted("Long", "Long");
            default -> NUMBER.formatted("Double", "Double");
        };
    }

    private static String unboxed(MatchResult found) {
        String type = found.group(1);
        return "An array of simple values is made with `.stream().mapTo%s(x -> x).toArray()`."
                .formatted(type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1));
    }

    /// `Student::points`, where a problem begins with it.
    private static String reference(Problem problem) {
        Matcher found = Pattern.compile("[\\w.]+::\\w+").matcher(problem.spot().text());
        return found.find(problem.spot().column()) ? found.group() : "…";
    }

    private static Rule rule(String words, String say) {
        return rule(words, found -> Phrase.fill(say, found));
    }

    private static Rule rule(String words, Function<MatchResult, String> say) {
        return new Rule(Pattern.compile(words, Pattern.DOTALL), say);
    }
}
