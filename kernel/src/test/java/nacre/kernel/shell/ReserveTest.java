package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReserveTest {
    private static final int MEGABYTE = 1 << 20;

    private long inUse = 50;
    private final Reserve reserve = new Reserve(512L * MEGABYTE, () -> inUse * MEGABYTE);

    private long keptAt(long megabytes) {
        inUse = megabytes;
        reserve.look();
        return reserve.kept() / MEGABYTE;
    }

    @Test
    void nothingIsKeptBackWhileTheHeapIsMostlyEmpty() {
        assertEquals(0, keptAt(200));
    }

    @Test
    void someIsKeptBackOnceHalfOfTheHeapIsInUse() {
        assertEquals(32, keptAt(300));
    }

    @Test
    void itIsGivenBackWhenThereIsPlentyAgain() {
        keptAt(300);
        assertEquals(0, keptAt(100));
    }

    @Test
    void whatWasSpentIsNotTakenAgainAsLongAsMemoryIsShort() {
        keptAt(300);
        reserve.spend();
        assertEquals(0, keptAt(470));
        assertEquals(32, keptAt(300));
    }
}
