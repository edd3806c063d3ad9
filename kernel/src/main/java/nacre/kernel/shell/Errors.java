package nacre.kernel.shell;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/// Tells what a cell has thrown: the exception, the lines of the cells it went through, its causes.
final class Errors {
    private static final int CAUSES = 5;

    private final Frames frames;
    private final Waiting waiting;
    private final Emptied emptied;
    private final Reserve reserve;

    Errors(Frames frames, Waiting waiting, Emptied emptied, Reserve reserve) {
        this.frames = frames;
        this.waiting = waiting;
        this.emptied = emptied;
        this.reserve = reserve;
    }

    CellError thrown(Throwable thrown) {
        if (isOutOfMemory(thrown)) {
            reserve.spend(); // to tell it takes memory too
        }
        if (thrown instanceof SPIResolutionException missing) {
            return unresolved(missing);
        }
        if (thrown instanceof InvocationTargetException
                && thrown.getCause() instanceof Guard.ExitRefused refused) {
            return thrown(refused); // by reflection it is the same mistake
        }
        String name = Frames.name(thrown);
        var story = new Story(name, message(thrown));
        addFrames(story, thrown);
        emptied.hint(thrown).or(() -> RuntimeHints.hint(thrown)).ifPresent(story::hint);
        Throwable cause = Frames.cause(thrown);
        for (int i = 0; cause != null && i < CAUSES; i++) {
            if (!saysTheSame(thrown, cause)) {
                story.line("Caused by " + Frames.describe(cause));
                addFrames(story, cause);
            }
            cause = Frames.cause(cause);
        }
        if (Frames.goesThroughLibraries(thrown)) {
            story.footnote("%trace shows the whole way through the libraries.");
        }
        return story.details("Full trace", frames.full(thrown)).error();
    }

    private static boolean isOutOfMemory(Throwable thrown) {
        @Nullable Throwable each = thrown;
        for (int depth = 0; each != null && depth <= CAUSES; depth++, each = Frames.cause(each)) {
            if (each instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    /// Whether a cause adds nothing to what the learner has read: neither words nor lines of cells.
    private boolean saysTheSame(Throwable thrown, Throwable cause) {
        Optional<String> message = Frames.message(thrown);
        Optional<String> ofCause = Frames.message(cause);
        boolean isQuoted =
                message.isPresent()
                        && ofCause.isPresent()
                        && message.get().endsWith(": " + ofCause.get())
                        && frames.ofCells(thrown).equals(frames.ofCells(cause));
        return isQuoted || message.isPresent() && message.equals(ofCause);
    }

    private void addFrames(Story story, Throwable thrown) {
        List<Frames.Frame> inCells = frames.ofCells(thrown);
        inCells.forEach(frame -> story.at(frame.spot(), frame.title(), 0));
        if (Frames.isDeep(thrown)) {
            story.line("… and so on, more than a thousand calls deep");
        }
    }

    private static String message(Throwable thrown) {
        String message = Frames.message(thrown).orElse("");
        return switch (thrown) {
            case StackOverflowError _ ->
                    "methods called each other until the stack was full;"
                            + " a recursion needs a case in which it ends";
            case OutOfMemoryError _ ->
                    message
                            + "; the kernel has no memory left for this. Make it smaller, or drop"
                            + " variables by setting them to null";
            case ExceptionInInitializerError e when message.isEmpty() && e.getCause() != null ->
                    "a static field could not be set up";
            default -> message;
        };
    }

    /// Something that JShell has declared, but could not compile yet, was called.
    private CellError unresolved(SPIResolutionException missing) {
        String why = waiting.say(missing.id()).orElse("something is missing");
        var story = new Story("NotDefinedYet", why);
        addFrames(story, missing);
        return story.error();
    }
}
