package nacre.kernel.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// What is printed waits to be joined, but not for long.
class OutboxTest {
    private static final String PART = "x".repeat(60_000);

    private final Outbox outbox = new Outbox();

    @Test
    void aLittleTextWaitsForMore() {
        assertTrue(outbox.print(null, "stdout", "a"));
        assertNull(outbox.next());
        assertFalse(outbox.print(null, "stdout", "b"));
        outbox.hurry();
        assertEquals("ab", taken());
    }

    @Test
    void aLongTextIsDueAtOnceAndGrowsUntilItIsTaken() {
        outbox.print(null, "stdout", PART);
        assertTrue(outbox.print(null, "stdout", PART)); // which the publishing thread should know
        assertEquals(0, outbox.due());
        assertFalse(outbox.print(null, "stdout", PART)); // and knows
        assertEquals(3 * PART.length(), taken().length());
        assertNull(outbox.next());
    }

    @Test
    void noMessageGrowsWithoutEnd() {
        for (int i = 0; i < 50; i++) {
            outbox.print(null, "stdout", PART);
        }
        int first = taken().length();
        assertTrue(first >= 1 << 20 && first < (1 << 20) + PART.length());
        outbox.hurry();
        assertEquals(50 * PART.length(), first + taken().length() + taken().length());
        assertNull(outbox.next());
    }

    @Test
    void streamsAreNotMixed() {
        outbox.print(null, "stdout", "a");
        outbox.print(null, "stderr", "b");
        outbox.print(null, "stdout", "c");
        assertEquals("a", taken());
        assertEquals("b", taken());
        outbox.hurry();
        assertEquals("c", taken());
    }

    private String taken() {
        return assertInstanceOf(Letter.Text.class, outbox.next()).text();
    }
}
