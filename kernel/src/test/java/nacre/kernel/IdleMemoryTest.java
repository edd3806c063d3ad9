package nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class IdleMemoryTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private long megabytes = 500;
    private int collections;
    private final IdleMemory memory =
            new IdleMemory(this::later, () -> megabytes << 20, this::collect);

    private Future<?> later(Runnable action) {
        var future = new CompletableFuture<Void>();
        waiting.add(
                () -> {
                    if (!future.isCancelled()) {
                        action.run();
                    }
                });
        return future;
    }

    private void collect() {
        collections++;
        megabytes = 120;
    }

    private void theMomentPasses() {
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    @Test
    void aLargeHeapIsClearedAMomentAfterTheCell() {
        memory.idle();
        assertEquals(0, collections);
        theMomentPasses();
        assertEquals(1, collections);
    }

    @Test
    void aSmallHeapIsLeftAlone() {
        megabytes = 60;
        memory.idle();
        theMomentPasses();
        assertEquals(0, collections);
    }

    @Test
    void anotherCellComesFirst() {
        memory.idle();
        memory.inUse();
        theMomentPasses();
        assertEquals(0, collections);
    }

    @Test
    void whatALessonKeepsIsNotClearedAgainUntilItHasDoubled() {
        memory.idle();
        theMomentPasses();
        megabytes = 230;
        memory.idle();
        theMomentPasses();
        assertEquals(1, collections);
        megabytes = 250;
        memory.idle();
        theMomentPasses();
        assertEquals(2, collections);
    }
}
