package nacre.kernel.shell;

import static nacre.kernel.shell.JavacWords.article;
import static nacre.kernel.shell.JavacWords.none;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Says why the type of a value does not fit where it stands.
final class WrongType {
    /// What is wrong with a lambda or a method that is given, in a sentence on types that nobody
    /// has written.
    private static final Pattern ARGUMENT =
            Pattern.compile(
                    "(?s)cannot infer type-variable\\(s\\) \\S+\\s+\\(argument mismatch; ((?:bad return|invalid method|incompatible param|lambda body).*)\\)$");

    private static final Pattern UNKNOWN =
            Pattern.compile("(?:\\? (?:extends|super) )?\\b[A-Z]\\b");

    private static final List<Reason> REASONS =
            List.of(
                    reason(
                            "^possible lossy conversion from (\\S+) to (\\S+)",
                            m ->
                                    capital(article(m.group(1)))
                                            + " does not always fit into "
                                            + article(m.group(2))
                                            + ": something would be lost. Write `("
                                            + m.group(2)
                                            + ") (…)` around it to allow that."),
                    reason(
                            "^bad return type in lambda expression\\s+no instance\\(s\\) .* exist so that (\\w+)<.*> conforms to (.+)$",
                            m ->
                                    "Here something that gives %s is asked for, but this gives %s."
                                            .formatted(
                                                    article(open(m.group(2))),
                                                    article(m.group(1)))),
                    reason(
                            "^bad return type in (?:lambda expression|method reference)\\s+(.+) cannot be converted to (.+)$",
                            m ->
                                    "Here something that gives "
                                            + article(open(m.group(2)))
                                            + " is asked for, but this gives "
                                            + article(m.group(1))
                                            + "."),
                    reason(
                            "^bad return type in lambda expression\\s+unexpected return value",
                            "The lambda should give nothing back: its `return` takes no value."),
                    reason(
                            "^bad return type in lambda expression\\s+missing return value",
                            "The lambda should give a value: in braces it needs a `return`."),
                    reason(
                            "^(?:bad type in \\w+ expression\\s+)?(.+) cannot be converted to (.+)$",
                            m -> hereShouldBe(m.group(2), m.group(1))),
                    reason(
                            "(?:^|reason: )no instance\\(s\\) of type variable\\(s\\) \\S+ exist so that (\\w+)<.*> conforms to (.+)",
                            m -> hereShouldBe(m.group(2), m.group(1))),
                    reason(
                            "(?:^|reason: )inference variable .* has incompatible bounds\\s+equality constraints: (.+)\\s+lower bounds: (.+)",
                            m ->
                                    "Something here should be of type "
                                            + m.group(1)
                                            + ", but is of type "
                                            + m.group(2)
                                                    .replaceAll("\\b[A-Z],", "")
                                                    .replace(",", " or ")
                                            + "."),
                    reason(
                            "^inference variable .* has incompatible bounds\\s+equality constraints: (.+)\\s+upper bounds: (.+?),Object$",
                            m -> hereShouldBe(m.group(2), m.group(1))),
                    reason(
                            "^inference variable .* has incompatible equality constraints (\\w+(?:<.*?>)?),(\\w+(?:<.*?>)?)$",
                            m ->
                                    "Here meet the types "
                                            + open(m.group(1))
                                            + " and "
                                            + open(m.group(2))
                                            + ", which should be one."),
                    reason(
                            "^inference variable .* has incompatible bounds\\s+upper bounds: Object\\s+lower bounds: void$",
                            "Here a value should come out, and this gives none."),
                    reason(
                            "^invalid method reference\\s+reference to (\\w+) is ambiguous",
                            "`$1` can be two methods here: write a lambda, as in `x -> x.$1()`."),
                    reason(
                            "^inference variable .* has incompatible bounds\\s+upper bounds: (\\w+),.*\\s+lower bounds: (\\w+)$",
                            "Something here should be of type $1, but is of type $2."),
                    reason(
                            "^incompatible parameter types in lambda expression",
                            "The lambda does not have the parameters that are asked for"
                                    + " here: as many, and of these types."),
                    reason(
                            "^lambda body is not compatible with a void",
                            "The lambda should do something, and this is only a value."),
                    reason(
                            "^invalid method reference\\s+(?:method|constructor) (\\S+) in .*\\s+required: (.+)\\s+found: +(.+)",
                            m ->
                                    "`%s` does not fit here: it takes (%s), but would get (%s)."
                                            .formatted(
                                                    m.group(1),
                                                    none(m.group(2)),
                                                    none(m.group(3)))),
                    reason(
                            "^invalid method reference\\s+no suitable method found for (\\w+)\\((.*?)\\)",
                            m ->
                                    "No form of `%s` fits here: it would get (%s)."
                                            .formatted(m.group(1), none(m.group(2)))),
                    reason(
                            "^missing return value",
                            "This `return` needs a value: the method promises one."),
                    reason(
                            "^unexpected return value",
                            "This method is `void`: it returns nothing, so `return` takes no"
                                    + " value."),
                    reason(
                            "(\\S+) is not a functional interface\\s+multiple",
                            "A lambda is one method, and `$1` asks for several."),
                    reason(
                            "(\\S+) is not a functional interface\\s+no abstract",
                            "A lambda is a method, and `$1` asks for none."),
                    reason(
                            "(?!Object)\\b(\\S+) is not a functional interface",
                            "A lambda is a function, and here should be another thing: of type $1."),
                    reason(
                            "Object is not a functional interface",
                            "A lambda needs a type, as in `Function<Integer, Integer> f = x"
                                    + " -> x + 1;`."));

    private record Reason(Pattern words, Function<MatchResult, String> say) {
        Optional<String> of(String message) {
            return words.matcher(message).results().findFirst().map(say);
        }
    }

    private WrongType() {}

    /// @param words what javac says behind `incompatible types:`
    static String say(String words) {
        return REASONS.stream()
                .flatMap(reason -> reason.of(words).stream())
                .findFirst()
                .or(() -> ofArgument(words))
                .orElseGet(() -> "The types do not fit: " + oneLine(words) + ".");
    }

    /// What is wrong with an argument of a method whose types javac cannot tell for that.
    static Optional<String> ofArgument(String words) {
        return ARGUMENT.matcher(words)
                .results()
                .findFirst()
                .map(found -> found.group(1).strip())
                .flatMap(
                        inner ->
                                REASONS.stream()
                                        .flatMap(reason -> reason.of(inner).stream())
                                        .findFirst());
    }

    /// A type with nothing in place of what javac has not found out: `Map<…, List<…>>`.
    private static String open(String type) {
        return UNKNOWN.matcher(type).replaceAll("…");
    }

    private static String oneLine(String words) {
        return words.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
    }

    private static String hereShouldBe(String wanted, String given) {
        if (given.equals("void")) {
            return "Here should be " + article(wanted) + ", but this method gives nothing back.";
        }
        if (given.equals("<nulltype>")) {
            return capital(article(wanted)) + " always has a value: it cannot be `null`.";
        }
        if (wanted.startsWith("?")) {
            return "Nothing fits here: what stands for `" + wanted + "` is not known.";
        }
        return "Here should be %s, but this is %s."
                .formatted(article(open(wanted)), article(open(given)));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Reason reason(String words, String say) {
        return reason(words, found -> Phrase.fill(say, found));
    }

    private static Reason reason(String words, Function<MatchResult, String> say) {
        return new Reason(Pattern.compile(words), say);
    }
}
