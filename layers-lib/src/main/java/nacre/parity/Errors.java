package nacre.parity;

import org.jspecify.annotations.Nullable;

/// What must fail: with an exception that speaks to a student, not with an accident deep inside.
final class Errors {
    private Errors() {}

    /// Runs what must fail, and gives back the message; null if it did not fail as it should.
    static @Nullable String expect(Checks checks, String kerasError, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!expected(kerasError).isInstance(e)) {
                checks.fail("failed with " + e + " instead of an " + expected(kerasError).getSimpleName());
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

    /// Java's counterpart of Python's exceptions.
    private static Class<? extends RuntimeException> expected(String kerasError) {
        return switch (kerasError) {
            case "RuntimeError", "AttributeError" -> IllegalStateException.class;
            case "NotImplementedError" -> UnsupportedOperationException.class;
            default -> IllegalArgumentException.class;
        };
    }
}
