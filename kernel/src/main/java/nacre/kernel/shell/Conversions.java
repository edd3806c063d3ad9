package nacre.kernel.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a value becomes one of the type that is asked for.
final class Conversions {
    private static final Optional<String> TEXT =
            Optional.of("Anything becomes a text with `String.valueOf(x)` or `\"\" + x`.");

    /// A method without parameters where two values of a type should be compared.
    private static final Pattern COMPARED =
            Pattern.compile("required: no arguments\\s+found: +([^,\\s]+),\\1\\s");

    private Conversions() {}

    /// What makes a value of the wrong type fit, if one way is the likeliest by far.
    static Optional<String> hint(Problem problem) {
        String words = problem.message();
        if (words.contains("String cannot be converted to int")) {
            return Optional.of("A text becomes a number with `Integer.parseInt(text)`.");
        }
        if (words.contains("String cannot be converted to double")) {
            return Optional.of("A text becomes a number with `Double.parseDouble(text)`.");
        }
        if (words.contains("String cannot be converted to boolean")
                && problem.word().matches("\"(?:true|false)\"")) {
            return Optional.of("Without quotes it is one: `true` or `false`.");
        }
        if (words.contains("String cannot be converted to boolean")) {
            return Optional.of("Whether two texts are equal: `a.equals(b)`; `=` gives a value.");
        }
        if (words.matches("(?s).*\\bStream<.*(?:conforms|converted) to (?:List|Collection)\\b.*")) {
            return Optional.of("A stream becomes a list with `.toList()` behind it.");
        }
        if (COMPARED.matcher(words).find()) {
            return Optional.of(
                    "To compare by it: `Comparator.comparing(%s)`.".formatted(reference(problem)));
        }
        if (words.contains("equality constraints: Double")
                && words.contains("lower bounds: Integer")) {
            return Optional.of("`1` is an int; `1.0` is a double.");
        }
        if (words.contains("String cannot be converted to Throwable")) {
            return Optional.of("In Java: `throw new IllegalArgumentException(\"why\");`.");
        }
        if (words.contains("char cannot be converted to String")
                && problem.word().startsWith("'")) {
            return Optional.of(
                    "A text stands in double quotes: `%s`."
                            .formatted(problem.word().replace('\'', '"')));
        }
        if (words.contains("void cannot be converted")) {
            return Optional.empty();
        }
        if (words.contains("int cannot be converted to Double")) {
            return Optional.of("`3` is an int; `3.0` is a double.");
        }
        if (words.contains("int cannot be converted to Long")) {
            return Optional.of("`3` is an int; `3L` is a long.");
        }
        if (words.contains("<nulltype> cannot be converted to int")) {
            return Optional.of("An `Integer` can be `null`.");
        }
        if (words.contains("<nulltype> cannot be converted to double")) {
            return Optional.of("A `Double` can be `null`.");
        }
        if (words.matches("(?s).*\\b[a-z]+ cannot be converted to String\\b.*")) {
            return TEXT;
        }
        if (words.contains("int cannot be converted to boolean")) {
            return Optional.of("A condition is true or false: compare with `==`, as in `n == 0`.");
        }
        return Optional.empty();
    }

    /// A text can be made of all; to be said after the forms of a call, one of which may take the
    /// value as it is.
    static Optional<String> toText(Problem problem) {
        return problem.message()
                        .matches("(?s).*(?<!\\bvoid)[^\\]] cannot be converted to String\\b.*")
                ? TEXT
                : Optional.empty();
    }

    /// `Student::points`, where a problem begins with it.
    private static String reference(Problem problem) {
        Matcher found = Pattern.compile("[\\w.]+::\\w+").matcher(problem.spot().text());
        return found.find(problem.spot().column()) ? found.group() : "…";
    }
}
