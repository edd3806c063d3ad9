package nacre.kernel.shell;

import java.io.FileNotFoundException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.time.format.DateTimeParseException;
import java.time.temporal.UnsupportedTemporalTypeException;
import java.util.ConcurrentModificationException;
import java.util.EmptyStackException;
import java.util.IllegalFormatException;
import java.util.IllegalFormatPrecisionException;
import java.util.InputMismatchException;
import java.util.List;
import java.util.MissingFormatArgumentException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What to look for when the JDK throws one of the exceptions that beginners meet, whose own words
/// say little.
final class RuntimeHints {
    private static final Pattern BOUNDS =
            Pattern.compile(
                    "[Ii]ndex:? (-?\\d+)(?: out of bounds for|,)? ?(?:[Ll]ength|[Ss]ize):? (\\d{1,9})\\b");

    private static final Pattern OLD_CLASS =
            Pattern.compile(
                    "class REPL\\.\\$JShell\\$\\w+(\\$\\S+) cannot be cast to class REPL\\.\\$JShell\\$\\w+\\1 ");

    private static final Pattern NO_FILE = Pattern.compile("(.+) \\(No such file or directory\\)");

    private static final String PART =
            "The begin is 0 or more, and the end neither before it nor past the length.";

    /// The first whose exception and words fit, so what is narrower stands before.
    private static final List<Rule> RULES =
            List.of(
                    rule(
                            NumberFormatException.class,
                            "For input string: \"\"|empty String",
                            "The text is empty."),
                    rule(
                            NumberFormatException.class,
                            "Cannot parse null string.*",
                            "The text is `null`."),
                    rule(
                            NumberFormatException.class,
                            "For input string: \"[-+]?\\d+\"",
                            "The number is too large for this type: `Long.parseLong(…)` and `new BigInteger(…)` take larger ones."),
                    rule(
                            NumberFormatException.class,
                            "For input string: \"[-+]?\\d*\\.\\d*\"",
                            "A number with a point is read by `Double.parseDouble(…)`."),
                    rule(
                            NumberFormatException.class,
                            "For input string: \"[-+]?\\d+,\\d+\"",
                            "A decimal number has a point, as in `3.5`."),
                    rule(
                            NumberFormatException.class,
                            "For input string: \"(?:\\s.*|.*\\s)\"",
                            "Blanks are no part of a number: `text.strip()` leaves them out."),
                    rule(
                            NumberFormatException.class,
                            "The text is not a number as Java writes it: `12`, `-3.5`."),
                    rule(
                            ArithmeticException.class,
                            ".*/ by zero",
                            "A whole number cannot be divided by 0; with `1.0 / 0` it is Infinity."),
                    rule(
                            ArithmeticException.class,
                            "Non-terminating decimal expansion.*",
                            "It has digits without an end: say how many, `a.divide(b, 10, RoundingMode.HALF_UP)`."),
                    rule(
                            ArithmeticException.class,
                            "integer overflow",
                            "The result does not fit into an int; a long holds more."),
                    rule(
                            ArithmeticException.class,
                            "long overflow",
                            "The result does not fit into a long; a `BigInteger` holds any number."),
                    rule(NegativeArraySizeException.class, "An array has 0 places or more."),
                    rule(
                            IndexOutOfBoundsException.class,
                            "No group \\d+",
                            "The pattern has no `(…)` of this number. In a replacement `\\\\$` is the character itself."),
                    rule(
                            IllegalArgumentException.class,
                            "Illegal group reference.*",
                            "In a replacement `$` stands for a group; `\\\\$` is the character itself, and `replace(…)` takes all as it is."),
                    rule(
                            IndexOutOfBoundsException.class,
                            "(?:Range \\[|begin |(?:from|to)Index\\b).*|.*start .*, end .*",
                            PART),
                    rule(
                            IndexOutOfBoundsException.class,
                            "arraycopy: .*",
                            "What is copied lies in both arrays."),
                    rule(
                            IllegalArgumentException.class,
                            "(?:fromIndex\\()?-?\\d+\\)? > (?:toIndex\\()?-?\\d+\\)?",
                            PART),
                    rule(
                            IllegalArgumentException.class,
                            "No enum constant (?:.*\\.)?(\\w+)\\.\\w+",
                            "`$1.values()` has all there are; small and capital letters differ."),
                    rule(
                            IllegalArgumentException.class,
                            "Comparison method violates .*",
                            "The comparator contradicts itself; `Comparator.comparing(…)` and `Integer.compare(a, b)` do not."),
                    rule(
                            ConcurrentModificationException.class,
                            "The collection was changed while a loop went through it;"
                                    + " `removeIf(…)`, or a loop over a copy, does it."),
                    rule(
                            InputMismatchException.class,
                            "What was typed is of another type than what was asked for; `hasNextInt()` tells before."),
                    rule(
                            NoSuchElementException.class,
                            "No value present",
                            "The result is empty; `orElse(…)` says what is taken then."),
                    rule(
                            NoSuchElementException.class,
                            "No line found",
                            "There is no further line; `hasNextLine()` tells before."),
                    rule(
                            NoSuchElementException.class,
                            "There was nothing more to take; ask before, as with `isEmpty()` or `hasNext()`."),
                    rule(
                            EmptyStackException.class,
                            "There was nothing more to take; ask before, as with `isEmpty()`."),
                    rule(
                            MissingFormatArgumentException.class,
                            "Each `%d` or `%s` needs a value of its own behind the text."),
                    rule(
                            IllegalFormatPrecisionException.class,
                            "Only a double has digits behind the point: `%.2f`."),
                    rule(
                            IllegalFormatException.class,
                            "`%d` is for whole numbers, `%.2f` for a double, `%s` for all; `%%` is the percent sign itself."),
                    rule(
                            IllegalStateException.class,
                            "stream has already been operated.*",
                            "A stream can be used once; the next use begins with a new one."),
                    rule(
                            IllegalStateException.class,
                            "Duplicate key .*",
                            "Which of two values stays is said behind: `toMap(key, value, (a, b) -> b)`."),
                    rule(
                            IllegalStateException.class,
                            "No match (?:found|available)",
                            "Ask before: `if (matcher.find()) { … }`."),
                    rule(
                            PatternSyntaxException.class,
                            "Such a character has a meaning in a pattern: with `\\\\` before it, it is itself; `replace(…)` and `Pattern.quote(…)` take all as it is."),
                    rule(
                            DateTimeParseException.class,
                            ".*(?:at index \\d+|unparsed text.*)",
                            "It should look like `2025-12-24` or `18:30`; another form is `DateTimeFormatter.ofPattern(\"dd.MM.yyyy\")`."),
                    rule(
                            UnsupportedTemporalTypeException.class,
                            "A `LocalDate` has no time, a `LocalTime` no date; a `LocalDateTime` has both."),
                    rule(
                            CharacterCodingException.class,
                            "The file is no text in UTF-8; another code is named behind it, as `StandardCharsets.ISO_8859_1`."),
                    rule(UnknownHostException.class, "There is no such server, or no network."),
                    rule(
                            ClassNotFoundException.class,
                            "`%maven group:artifact:version` adds the library that it is in."),
                    rule(
                            RejectedExecutionException.class,
                            "Task .*\\[Sh.*|Task .*\\[T.*",
                            "A pool that is shut down stays so: make a new one."),
                    rule(
                            NoClassDefFoundError.class,
                            "Could not initialize class .*",
                            "Mend its static part and declare it again."),
                    rule(
                            IllegalThreadStateException.class,
                            "A thread starts once: make a new one."),
                    rule(
                            IllegalMonitorStateException.class,
                            "This is possible only inside of `synchronized (…) { … }` of the same object."));

    private record Rule(Class<? extends Throwable> type, Pattern words, String hint) {
        Optional<String> apply(Throwable thrown, String message) {
            Matcher matcher = words.matcher(message);
            return type.isInstance(thrown) && matcher.matches()
                    ? Optional.of(Phrase.fill(hint, matcher))
                    : Optional.empty();
        }
    }

    private RuntimeHints() {}

    static Optional<String> hint(Throwable thrown) {
        String message = Frames.message(thrown).orElse("");
        Matcher bounds = BOUNDS.matcher(message);
        return switch (thrown) {
            case NullPointerException _ -> Optional.of(NullWords.hint(thrown, message));
            case IndexOutOfBoundsException _ when bounds.find() ->
                    Optional.of(places(thrown, bounds));
            case ClassCastException e when isOfOldClass(String.valueOf(e.getMessage())) ->
                    Optional.of(
                            "The object was made before its class was declared anew; make it once more.");
            case ClassCastException _ -> CastWords.hint(message);
            case UnsupportedOperationException _ when isOfFixedCollection(thrown, message) ->
                    Optional.of(fixed(thrown));
            case NoSuchFileException e -> Optional.of(FileNames.near(e.getFile()));
            case FileNotFoundException _ when NO_FILE.matcher(message).matches() ->
                    Optional.of(FileNames.near(NO_FILE.matcher(message).replaceFirst("$1")));
            default -> isJavas(thrown) ? ofRule(thrown, message) : Optional.empty();
        };
    }

    private static Optional<String> ofRule(Throwable thrown, String message) {
        return RULES.stream().flatMap(rule -> rule.apply(thrown, message).stream()).findFirst();
    }

    /// Whether the JVM or the JDK has thrown it: who throws something says what it means.
    private static boolean isJavas(Throwable thrown) {
        return Frames.isOfJdk(thrown)
                || thrown instanceof ArithmeticException
                || thrown instanceof NegativeArraySizeException
                || thrown instanceof NoClassDefFoundError;
    }

    private static String places(Throwable thrown, Matcher bounds) {
        int length = Integer.parseInt(bounds.group(2));
        if (length == 0) {
            return "It is empty: there is no place in it.";
        }
        String last =
                switch (thrown) {
                    case ArrayIndexOutOfBoundsException _ -> "length - 1";
                    case StringIndexOutOfBoundsException _ -> "length() - 1";
                    default -> "size() - 1";
                };
        return length == 1
                ? "Places are counted from 0: here is only place 0."
                : "Places are counted from 0: here from 0 to "
                        + (isAdded(thrown) ? length : length - 1)
                        + (bounds.group(1).equals("-1") ? "; the last is `" + last + "`." : ".");
    }

    /// Whether something was to be put between others, or behind the last.
    private static boolean isAdded(Throwable thrown) {
        return Frames.intoLibraries(thrown)
                .filter(called -> called.getMethodName().equals("add"))
                .isPresent();
    }

    /// Whether both classes have the same name in the cells.
    private static boolean isOfOldClass(String message) {
        return OLD_CLASS.matcher(message).lookingAt();
    }

    private static boolean isOfFixedCollection(Throwable thrown, String message) {
        StackTraceElement[] trace = Frames.trace(thrown);
        return trace.length > 0
                && trace[0].getClassName().startsWith("java.util.")
                && message.matches("|not supported");
    }

    private static String fixed(Throwable thrown) {
        String kind =
                Frames.intoLibraries(thrown)
                        .map(StackTraceElement::getClassName)
                        .filter(name -> name.endsWith("Map") || name.matches(".*\\$Map(?:1|N)"))
                        .map(_ -> "HashMap")
                        .orElse("ArrayList");
        return "What `List.of`, `Map.of`, `Arrays.asList` or `toList()` makes cannot be changed so; `new %s<>(…)` of it can."
                .formatted(kind);
    }

    private static Rule rule(Class<? extends Throwable> type, String words, String hint) {
        return new Rule(type, Pattern.compile(words, Pattern.DOTALL), hint);
    }

    private static Rule rule(Class<? extends Throwable> type, String hint) {
        return rule(type, ".*", hint);
    }
}
