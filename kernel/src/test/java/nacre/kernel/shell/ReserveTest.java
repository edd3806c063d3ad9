package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ReserveTest {
    private static final int MEGABYTE = 1 << 20;

    private long inUse = 50;
    private Reserve reserve = new Reserve(1536L * MEGABYTE, () -> inUse * MEGABYTE);

    private long keptAt(long megabytes) {
        inUse = megabytes;
        reserve.look();
        return reserve.kept() / MEGABYTE;
    }

    @Test
    void nothingIsKeptBackWhileLittleIsInUse() {
        assertEquals(0, keptAt(350));
    }

    @Test
    void someIsKeptBackOnceMoreIsInUse() {
        assertEquals(64, keptAt(400));
    }

    @Test
    void itIsGivenBackWhenThereIsPlentyAgain() {
        keptAt(400);
        assertEquals(64, keptAt(300));
        assertEquals(0, keptAt(200));
    }

    @Test
    void itIsNotThereWhileTheHeapIsCleared() {
        keptAt(400);
        reserve.clear(
                () -> {
                    assertEquals(0, reserve.kept());
                    inUse = 350;
                });
        assertEquals(0, reserve.kept());
    }

    @Test
    void whatWasSpentIsNotTakenAgainAsLongAsMemoryIsShort() {
        keptAt(400);
        reserve.spend();
        assertEquals(0, keptAt(900));
        assertEquals(64, keptAt(400));
    }

    @Test
    void whatFillsMemoryGivesItBackAtItsEndOnly() throws Throwable {
        keptAt(400);
        inUse = 1000;
        assertThrows(
                IllegalStateException.class,
                () ->
                        reserve.behind(
                                () -> {
                                    reserve.overflow();
                                    assertEquals(64, reserve.kept() / MEGABYTE);
                                    throw new IllegalStateException();
                                }));
        assertEquals(0, reserve.kept());
    }

    @Test
    void aCellThatFailsWhileThereIsPlentyLeavesItAsItIs() {
        keptAt(400);
        assertThrows(
                IllegalStateException.class,
                () ->
                        reserve.behind(
                                () -> {
                                    throw new IllegalStateException();
                                }));
        assertEquals(64, reserve.kept() / MEGABYTE);
    }

    @Test
    void outsideOfACellItIsGivenToWhateverFindsNoMemory() {
        keptAt(400);
        reserve.overflow();
        assertEquals(0, reserve.kept());
    }

    @Test
    void ofASmallHeapSomeIsAlwaysKeptBack() {
        reserve = new Reserve(256L * MEGABYTE, () -> inUse * MEGABYTE);
        assertEquals(16, keptAt(50));
        reserve.spend();
        assertEquals(0, keptAt(150));
        assertEquals(16, keptAt(20));
    }
}
