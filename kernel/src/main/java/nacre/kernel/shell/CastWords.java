package nacre.kernel.shell;

import java.lang.constant.ClassDesc;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what is wrong with a cast, also with one that nobody has written: a list without a type, a
/// set that wants to sort.
final class CastWords {
    private static final Pattern CAST =
            Pattern.compile(
                    "(?:class (\\S+) cannot be cast to class (\\S+).*|Cannot cast (\\S+) to (\\S+))");
    private static final Pattern ARRAY = Pattern.compile("\\[+(?:[BCDFIJSZ]|L[\\w.$]+;)");
    private static final Set<String> NUMBERS =
            Set.of("Byte", "Short", "Integer", "Long", "Float", "Double");

    private CastWords() {}

    /// @param message without what JShell adds to the names of classes
    static Optional<String> say(String message) {
        return types(message)
                .map(
                        types ->
                                types.to().equals("Comparable")
                                        ? "Objects of %s have no order.".formatted(types.from())
                                        : types.from().equals(types.to())
                                                ? "This %1$s is of an older class `%1$s`."
                                                        .formatted(types.from())
                                                : "This is %s, not %s."
                                                        .formatted(
                                                                JavacWords.article(types.from()),
                                                                JavacWords.article(types.to())));
    }

    static Optional<String> hint(String message) {
        return types(message).map(CastWords::hint);
    }

    private static String hint(Types types) {
        String to = types.to();
        if (to.equals("Comparable")) {
            return "`Comparator.comparing(…)` says by what they are compared; or the class implements `Comparable<%s>`."
                    .formatted(types.from());
        }
        if (NUMBERS.contains(to) && NUMBERS.contains(types.from())) {
            return "Any number becomes one: `((Number) x).%sValue()`."
                    .formatted(to.equals("Integer") ? "int" : to.toLowerCase(Locale.ROOT));
        }
        String name = to.endsWith("[]") ? "all" : to.substring(0, 1).toLowerCase(Locale.ROOT);
        return "Ask before casting: `if (x instanceof %s %s) { … }`.".formatted(to, name);
    }

    private record Types(String from, String to) {}

    private static Optional<Types> types(String message) {
        Matcher cast = CAST.matcher(message);
        if (!cast.matches()) {
            return Optional.empty();
        }
        int first = cast.group(1) == null ? 3 : 1;
        return Optional.of(new Types(name(cast.group(first)), name(cast.group(first + 1))));
    }

    /// A class as it is written: `int[]` for `[I`.
    private static String name(String binary) {
        if (binary.contains("$$Lambda")) {
            return "lambda";
        }
        String type =
                ARRAY.matcher(binary).matches()
                        ? ClassDesc.ofDescriptor(binary.replace('.', '/')).displayName()
                        : binary;
        String own = type.replaceFirst(".*[.$](?=.)", "");
        return own.isEmpty() ? binary : own;
    }
}
