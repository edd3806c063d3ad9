package nacre.display;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Runs code of a learner's class that may fail, and keeps the failure as a sentence.
///
/// Only what such code does wrong is caught: exceptions, endless recursion, a failed `assert`, a
/// plain `Error`. Those of any other kind go on their way: that there is no memory left, and the
/// one that stops an interrupted cell.
final class Attempt {
    private Attempt() {}

    /// The result of `code`; or nothing, and one more sentence in `failures`.
    static <T> Optional<T> of(String what, Callable<@Nullable T> code, List<String> failures) {
        try {
            return Optional.ofNullable(code.call());
        } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
            return failed(what, e, failures);
        } catch (Error e) {
            if (e.getClass() != Error.class) {
                throw e;
            }
            return failed(what, e, failures);
        }
    }

    private static <T> Optional<T> failed(String what, Throwable failure, List<String> failures) {
        failures.add("(" + what + " failed: " + sentence(failure) + ")");
        return Optional.empty();
    }

    /// The failure in words, even if its own `getMessage()` fails.
    static String sentence(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        try {
            String message = failure.getMessage();
            return message == null ? name : name + ": " + message;
        } catch (RuntimeException | StackOverflowError e) {
            return name;
        }
    }
}
