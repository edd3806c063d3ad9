package nacre.kernel.shell;

import java.lang.reflect.InvocationTargetException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/// Tells what a cell has thrown: the exception, the lines of the cells it went through, its causes.
final class Errors {
    private static final int CAUSES = 5;

    /// For when there is no memory left even for words.
    static final CellError IN_SHORT =
            new Story("OutOfMemoryError", "All memory is in use.")
                    .hint("Set to `null` what is not needed any more, or `%restart`.")
                    .error();

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
            reserve.overflow(); // to tell it takes memory too
        }
        try {
            return told(thrown);
        } catch (OutOfMemoryError e) {
            return IN_SHORT;
        }
    }

    private CellError told(Throwable thrown) {
        if (thrown instanceof SPIResolutionException missing) {
            return unresolved(missing);
        }
        if (thrown instanceof InvocationTargetException
                && thrown.getCause() instanceof Guard.ExitRefused refused) {
            return told(refused); // by reflection it is the same mistake
        }
        var story = new Story(Frames.name(thrown), RuntimeWords.message(thrown));
        var told = new HashSet<Frames.Frame>();
        addFrames(story, thrown, told);
        Optional<String> hint = hint(thrown);
        Throwable cause = Frames.cause(thrown);
        for (int i = 0; cause != null && i < CAUSES; i++) {
            if (!saysTheSame(thrown, cause)) {
                story.line("Caused by " + RuntimeWords.describe(cause));
                addFrames(story, cause, told);
            }
            hint = hint.isPresent() ? hint : hint(cause);
            cause = Frames.cause(cause);
        }
        for (Throwable other : Frames.suppressed(thrown).stream().limit(CAUSES).toList()) {
            story.line("And then " + RuntimeWords.describe(other));
            addFrames(story, other, told);
        }
        hint.ifPresent(story::hint);
        if (Frames.goesThroughLibraries(thrown)) {
            story.footnote("%trace shows the whole way through the libraries.");
        }
        return story.details("Full trace", frames.full(thrown)).error();
    }

    private Optional<String> hint(Throwable thrown) {
        return emptied.hint(thrown).or(() -> RuntimeHints.hint(thrown));
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
        String message = RuntimeWords.message(thrown);
        String ofCause = RuntimeWords.message(cause);
        boolean isQuoted =
                !ofCause.isEmpty()
                        && message.endsWith(": " + ofCause)
                        && frames.ofCells(thrown).equals(frames.ofCells(cause));
        return isQuoted || !message.isEmpty() && message.equals(ofCause);
    }

    /// The lines of the cells that have not been told yet: a cause shares most with what it has
    /// caused.
    private void addFrames(Story story, Throwable thrown, Set<Frames.Frame> told) {
        frames.ofCells(thrown).stream()
                .filter(told::add)
                .forEach(frame -> story.at(frame.spot(), frame.title(), 0));
        if (Frames.isDeep(thrown)) {
            story.line("… and so on, more than a thousand calls deep");
        }
    }

    /// Something that JShell has declared, but could not compile yet, was called.
    private CellError unresolved(SPIResolutionException missing) {
        String why = waiting.say(missing.id()).orElse("something is missing");
        var story = new Story("NotDefinedYet", why);
        addFrames(story, missing, new HashSet<>());
        return story.error();
    }
}
