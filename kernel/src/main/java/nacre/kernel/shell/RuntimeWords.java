package nacre.kernel.shell;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.IllegalFormatConversionException;
import java.util.IllegalFormatPrecisionException;
import java.util.MissingFormatArgumentException;
import java.util.MissingFormatWidthException;
import java.util.Optional;
import java.util.UnknownFormatConversionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in a learner's words what the JVM and the JDK say in theirs.
final class RuntimeWords {
    private static final Pattern PART =
            Pattern.compile(
                    "(?:Range \\[|begin )(-?\\d+)(?:, end |, )(-?\\d+)\\)?(?: out of bounds for|,) length (\\d+)");

    private static final Pattern CLASS = Pattern.compile("[\\w.$]+");

    /// What Java keeps of an exception in a static part, to tell it again.
    private static final Pattern OF_THREAD =
            Pattern.compile("^Exception (?:[a-z]\\w*\\.)*(.*) \\[in thread .*]$");

    private RuntimeWords() {}

    /// `ArithmeticException: / by zero`, or the name alone.
    static String describe(Throwable thrown) {
        String message = message(thrown);
        return Frames.name(thrown) + (message.isEmpty() ? "" : ": " + message);
    }

    /// What went wrong; empty if nothing is told but the name of the exception.
    static String message(Throwable thrown) {
        String message = Frames.message(thrown).orElse("");
        return switch (thrown) {
            case NullPointerException _ -> NullWords.say(thrown, message).orElse(message);
            case ClassCastException _ -> CastWords.say(message).orElse(message);
            case StackOverflowError _ ->
                    "methods called each other until the stack was full;"
                            + " a recursion needs a case in which it ends";
            case OutOfMemoryError _ -> tooMuch(message);
            case ExceptionInInitializerError _
                    when message.isEmpty() && Frames.cause(thrown) != null ->
                    "a static field could not be set up";
            case ExceptionInInitializerError _ -> OF_THREAD.matcher(message).replaceFirst("$1");
            case NoClassDefFoundError _ ->
                    message.replaceFirst(
                            "^Could not initialize class (\\S+)$",
                            "$1 could not be set up when it was first used, and is not tried again");
            case ArrayStoreException _ when CLASS.matcher(message).matches() ->
                    "the array takes no %s".formatted(TypeNames.simple(message));
            case IndexOutOfBoundsException _ -> part(message);
            case RejectedExecutionException _ when message.startsWith("Task ") ->
                    message.contains("[Running,")
                            ? "the pool has no place left"
                            : "the pool is shut down and takes nothing more";
            case ExecutionException _, CompletionException _, InvocationTargetException _
                    when isOfCause(thrown, message) ->
                    "what was called has failed";
            case IllegalFormatConversionException e ->
                    "`%%%c` cannot show %s"
                            .formatted(
                                    e.getConversion(),
                                    JavacWords.article(e.getArgumentClass().getSimpleName()));
            case MissingFormatArgumentException e ->
                    "there is no value for `%s`".formatted(e.getFormatSpecifier());
            case UnknownFormatConversionException e ->
                    "`%%%s` stands for nothing".formatted(e.getConversion().strip());
            case MissingFormatWidthException e ->
                    "`%s` lacks a width, as in `%%-10s`".formatted(e.getFormatSpecifier());
            case IllegalFormatPrecisionException e ->
                    "`.%d` cannot stand here".formatted(e.getPrecision());
            case NoSuchFileException e -> "there is no " + e.getFile();
            case FileAlreadyExistsException e -> e.getFile() + " is there already";
            case DirectoryNotEmptyException e -> e.getFile() + " is not empty";
            case NotDirectoryException e -> e.getFile() + " is no folder";
            case AccessDeniedException e -> e.getFile() + " may not be read or changed";
            default -> message;
        };
    }

    private static String tooMuch(String message) {
        return message.matches("Requested array size exceeds.*|Required length exceeds.*")
                ? "an array, or a text, has 2,147,483,645 places at most"
                : message
                        + "; the kernel has no memory left for this. Make it smaller, or drop"
                        + " variables by setting them to null";
    }

    /// `Range [3, 1) out of bounds for length 5`.
    private static String part(String message) {
        Matcher part = PART.matcher(message);
        return part.matches()
                ? Phrase.fill("there is no part from $1 to $2 in a length of $3", part)
                : message;
    }

    /// Whether an exception only passes on what its cause says, which is told below it.
    private static boolean isOfCause(Throwable thrown, String message) {
        Optional<Throwable> cause = Optional.ofNullable(Frames.cause(thrown));
        return cause.isPresent()
                && (message.isEmpty()
                        || message.endsWith(Frames.describe(cause.get()))
                        || message.endsWith(
                                Frames.message(cause.get()).orElse(Frames.name(cause.get()))));
    }
}
