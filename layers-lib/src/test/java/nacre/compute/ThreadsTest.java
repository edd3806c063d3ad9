package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private final int before = Threads.count();

    @BeforeEach
    void useFour() {
        Threads.use(4);
    }

    @AfterEach
    void restore() {
        Threads.use(before);
    }

    @Test
    void everyIndexIsVisitedOnce() {
        for (int n : new int[] {0, 1, 7, 64, 65, 1000, 12_345}) {
            for (int grain : new int[] {1, 10, 5000}) {
                var visits = new AtomicIntegerArray(n);
                Threads.forEach(
                        n,
                        grain,
                        (from, to) -> {
                            for (int i = from; i < to; i++) {
                                visits.incrementAndGet(i);
                            }
                        });
                for (int i = 0; i < n; i++) {
                    assertEquals(1, visits.get(i));
                }
            }
        }
    }

    @Test
    void chunksDoNotDependOnTheNumberOfThreads() {
        assertEquals(chunks(1), chunks(4));
    }

    private static Set<String> chunks(int threads) {
        Threads.use(threads);
        Set<String> chunks = ConcurrentHashMap.newKeySet();
        Threads.forEach(1003, 7, (from, to) -> chunks.add(from + "-" + to));
        return chunks;
    }

    @Test
    void loopsOverTheSameNumbersAreDividedAtTheSamePlaces() {
        for (int grain : new int[] {1, 7, 30, 100, 199}) {
            Set<Integer> starts = ConcurrentHashMap.newKeySet();
            Threads.forEach(1000, grain, (from, to) -> starts.add(from));
            assertTrue(starts.containsAll(Set.of(0, 250, 500, 750)), grain + ": " + starts);
        }
    }

    @Test
    void aSlowThreadIsHelped() {
        var helped = new CountDownLatch(15); // all chunks of its part but the first and the last
        Thread caller = Thread.currentThread();
        Threads.use(2);
        Threads.forEach(
                32,
                1,
                (from, to) -> {
                    if (Thread.currentThread() == caller && from == 0) {
                        awaitQuietly(helped);
                    } else if (Thread.currentThread() != caller) {
                        helped.countDown();
                    }
                });
        assertEquals(0, helped.getCount());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void smallWorkStaysWithItsCaller() {
        Threads.forEach(10, 10, (from, to) -> assertSame(CALLER.get(), Thread.currentThread()));
    }

    private static final ThreadLocal<Thread> CALLER =
            ThreadLocal.withInitial(Thread::currentThread);

    @Test
    void aRegionInsideARegionIsDoneByItsThread() {
        var visits = new AtomicIntegerArray(100);
        Threads.forEach(
                10,
                1,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        int row = i * 10;
                        Thread mine = Thread.currentThread();
                        Threads.forEach(
                                10,
                                1,
                                (a, b) -> {
                                    assertSame(mine, Thread.currentThread());
                                    for (int j = a; j < b; j++) {
                                        visits.incrementAndGet(row + j);
                                    }
                                });
                    }
                });
        for (int i = 0; i < 100; i++) {
            assertEquals(1, visits.get(i));
        }
    }

    @Test
    void whatAChunkThrowsReachesTheCaller() {
        var e =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Threads.forEach(
                                        100,
                                        1,
                                        (from, to) -> {
                                            if (from <= 50 && to > 50) {
                                                throw new IllegalStateException("fifty");
                                            }
                                        }));
        assertEquals("fifty", e.getMessage());
    }

    @Test
    void anInterruptStopsALongLoop() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var outcome = new AtomicReference<Throwable>();
        var flag = new AtomicReference<Boolean>();
        Thread user =
                new Thread(
                        () -> {
                            try {
                                while (true) {
                                    Threads.forEach(64, 1, (from, to) -> begun.countDown());
                                }
                            } catch (Interrupted e) {
                                outcome.set(e);
                                flag.set(Thread.currentThread().isInterrupted());
                            }
                        });
        user.start();
        begun.await();
        user.interrupt();
        user.join(2_000);
        assertTrue(outcome.get() instanceof Interrupted);
        assertTrue(flag.get(), "the flag stays set");
    }

    @Test
    void whoHelpsStopsInTheMiddleOfAChunk() {
        var helping = new CountDownLatch(1);
        Threads.use(2);
        var e =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Threads.forEach(
                                        2,
                                        1,
                                        (from, to) -> {
                                            if (Thread.currentThread() instanceof Worker) {
                                                helping.countDown();
                                                while (true) {
                                                    Interrupted.check();
                                                }
                                            }
                                            awaitQuietly(helping);
                                            throw new IllegalStateException("no more");
                                        }));
        assertEquals("no more", e.getMessage());
    }

    @Test
    void anotherCallerIsNotHeldUp() throws InterruptedException {
        var inside = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        Thread slow =
                new Thread(
                        () ->
                                Threads.forEach(
                                        1000,
                                        1,
                                        (from, to) -> {
                                            inside.countDown();
                                            try {
                                                go.await();
                                            } catch (InterruptedException e) {
                                                throw new IllegalStateException(e);
                                            }
                                        }));
        slow.start();
        inside.await();
        var visits = new AtomicIntegerArray(1);
        Threads.forEach(1000, 1, (from, to) -> visits.addAndGet(0, to - from));
        assertEquals(1000, visits.get(0));
        go.countDown();
        slow.join();
    }

    @Test
    void noThreadsIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Threads.use(0));
        assertTrue(e.getMessage().contains("at least 1"));
    }
}
