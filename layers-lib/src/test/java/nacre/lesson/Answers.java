package nacre.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a test expects of a verdict.
final class Answers {
    private Answers() {}

    static void assertRight(Verdict verdict) {
        assertTrue(verdict.isRight(), verdict::toString);
    }

    /// Wrong, with a hint in which these words are.
    static void assertHint(String words, Verdict verdict) {
        assertEquals(Verdict.Mark.NOT_YET, verdict.mark(), verdict::toString);
        assertTrue(verdict.message().contains(words), verdict::toString);
    }
}
