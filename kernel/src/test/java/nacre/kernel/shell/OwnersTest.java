package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class OwnersTest {
    private final CellRun cell =
            new CellRun(
                    "Cell [1]",
                    new Notebook.Cell(),
                    _ -> {
                        throw new AssertionError("never run");
                    },
                    _ -> {
                        throw new AssertionError("nothing to put into words");
                    },
                    Throwable::toString);

    /// As when Stop throws a thread out of its task so late that the end of it is cut off.
    @Test
    void aLostTaskOfAStoppedCellIsForgotten() throws Exception {
        try (var pool = Executors.newSingleThreadExecutor()) {
            Thread thread =
                    pool.submit(
                                    () -> {
                                        var _ = new Owners.Task(cell);
                                        return Thread.currentThread();
                                    })
                            .get();
            Owners.forgetLost();
            assertEquals(Optional.of(cell), Owners.ofTask(thread), "the cell is not stopped yet");
            cell.stop();
            Owners.forgetLost();
            assertEquals(Optional.empty(), Owners.ofTask(thread));
        }
    }

    @Test
    void aTaskThatIsStillDoneIsNot() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var pool = Executors.newSingleThreadExecutor()) {
            Thread thread = pool.submit(Thread::currentThread).get();
            Runnable work =
                    pool.submit(
                                    () -> {
                                        Owners.set(cell);
                                        return CellWork.task(
                                                (Runnable)
                                                        () -> {
                                                            begun.countDown();
                                                            awaitQuietly(end);
                                                        });
                                    })
                            .get();
            pool.execute(work);
            begun.await();
            cell.stop();
            Owners.forgetLost();
            assertEquals(Optional.of(cell), Owners.ofTask(thread));
            end.countDown();
        }
    }

    /// Whatever Stop does to it.
    private static void awaitQuietly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // until it is counted down
            }
        }
    }
}
