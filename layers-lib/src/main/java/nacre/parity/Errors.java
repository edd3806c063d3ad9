package nacre.parity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must fail: with an exception that speaks to a student, not with an accident deep inside.
final class Errors {
    private Errors() {}

    /// Runs what must fail, and gives back the message; null if it did not fail as it should.
    static @Nullable String expect(Checks checks, String kerasError, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (expected(kerasError).stream().noneMatch(kind -> kind.isInstance(e))) {
                checks.fail("failed with " + e + ", Keras with " + kerasError);
                return null;
            }
            String message = e.getMessage();
            if (message == null || message.isBlank()) {
                checks.fail(e.getClass().getSimpleName() + " without a message");
            }
            return message;
        }
        checks.fail("did not fail; Keras raises " + kerasError);
        return null;
    }

    /// Java's counterparts of Python's exceptions; Java tells a wrong argument from a wrong moment.
    private static List<Class<? extends RuntimeException>> expected(String kerasError) {
        return switch (kerasError) {
            case "RuntimeError", "AttributeError" -> List.of(IllegalStateException.class);
            case "NotImplementedError" -> List.of(UnsupportedOperationException.class);
            case "ValueError" ->
                    List.of(IllegalArgumentException.class, IllegalStateException.class);
            default -> List.of(IllegalArgumentException.class);
        };
    }
}
