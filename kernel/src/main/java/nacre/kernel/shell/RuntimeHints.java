package nacre.kernel.shell;

import java.util.ConcurrentModificationException;
import java.util.IllegalFormatConversionException;
import java.util.InputMismatchException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What to look for when the JDK throws one of the exceptions that beginners meet, whose own words
/// say little.
final class RuntimeHints {
    private static final Pattern BOUNDS =
            Pattern.compile(
                    "[Ii]ndex:? (-?\\d+)(?: out of bounds for|,)? ?(?:[Ll]ength|[Ss]ize):? (\\d+)");

    private static final Pattern OLD_CLASS =
            Pattern.compile(
                    "class REPL\\.\\$JShell\\$\\w+(\\$\\S+) cannot be cast to class REPL\\.\\$JShell\\$\\w+\\1 ");

    private RuntimeHints() {}

    static Optional<String> hint(Throwable thrown) {
        return switch (thrown) {
            case IndexOutOfBoundsException e -> places(String.valueOf(e.getMessage()));
            case NullPointerException _ ->
                    Optional.of(
                            "`null` means that there is nothing: give it a value before, or ask"
                                    + " `if (x != null)`.");
            case NegativeArraySizeException _ -> Optional.of("An array has 0 places or more.");
            case UnsupportedOperationException e when isOfFixedCollection(e) ->
                    Optional.of(
                            "What `List.of`, `Map.of` or `toList()` makes cannot be changed;"
                                    + " `new ArrayList<>(…)` of it can.");
            case ConcurrentModificationException _ ->
                    Optional.of(
                            "The collection was changed while a loop went through it;"
                                    + " `removeIf(…)`, or a loop over a copy, does it.");
            case InputMismatchException _ ->
                    Optional.of("What was typed is of another type than what was asked for.");
            case NumberFormatException _ ->
                    Optional.of("The text is not a number as Java writes it: `12`, `-3.5`.");
            case NoSuchElementException _ ->
                    Optional.of("There was nothing more to take; ask before, as with `isEmpty()`.");
            case ArithmeticException e when "/ by zero".equals(e.getMessage()) ->
                    Optional.of(
                            "A whole number cannot be divided by 0; with `1.0 / 0` it is Infinity.");
            case IllegalFormatConversionException e ->
                    Optional.of(
                            "`%%%c` is not for this: `%%d` is for whole numbers, `%%.2f` for a double, `%%s` for all."
                                    .formatted(e.getConversion()));
            case IllegalStateException e when isOfUsedStream(e) ->
                    Optional.of("A stream can be used once; the next use begins with a new one.");
            case ClassCastException e when isOfOldClass(String.valueOf(e.getMessage())) ->
                    Optional.of(
                            "The object was made before its class was declared anew; make it once more.");
            case ClassCastException _ ->
                    Optional.of("Ask before casting: `if (x instanceof Integer n) { … }`.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> places(String message) {
        if (message.startsWith("Range [") || message.startsWith("begin ")) {
            return Optional.of(
                    "The begin is 0 or more, and the end neither before it nor past the length.");
        }
        Matcher bounds = BOUNDS.matcher(message);
        if (!bounds.find()) {
            return Optional.empty();
        }
        int length = Integer.parseInt(bounds.group(2));
        return Optional.of(
                length == 0
                        ? "It is empty: there is no place in it."
                        : "Places are counted from 0: here from 0 to "
                                + (length - 1)
                                + (bounds.group(1).equals("-1")
                                        ? "; the last is `length - 1`."
                                        : "."));
    }

    /// Whether both classes have the same name in the cells.
    private static boolean isOfOldClass(String message) {
        return OLD_CLASS.matcher(message).lookingAt();
    }

    private static boolean isOfUsedStream(IllegalStateException thrown) {
        return String.valueOf(thrown.getMessage()).startsWith("stream has already been operated");
    }

    private static boolean isOfFixedCollection(UnsupportedOperationException thrown) {
        StackTraceElement[] trace = Frames.trace(thrown);
        return trace.length > 0
                && trace[0].getClassName().startsWith("java.util.")
                && thrown.getMessage() == null;
    }
}
