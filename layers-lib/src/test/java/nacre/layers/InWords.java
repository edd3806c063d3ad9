package nacre.layers;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// Something is done, or refused in words that are meant for a learner.
final class InWords {
    private InWords() {}

    static void check(String what, Runnable attempt) {
        try {
            attempt.run();
        } catch (IllegalArgumentException | IllegalStateException e) {
            assertTrue(
                    String.valueOf(e.getMessage()).contains(" ")
                            && !(e instanceof NumberFormatException),
                    () -> what + ": " + e);
        } catch (RuntimeException e) {
            throw new AssertionError(what + " is not refused in words: " + e, e);
        }
    }
}
