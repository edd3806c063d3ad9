package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Work that a cell hands to a pool which another cell has made.
class HandedTest {
    private static Notebook notebook;
    private static Notebook.Cell maker;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
        maker =
                notebook.run(
                        """
                        var pool = Executors.newFixedThreadPool(2);
                        var own = new ForkJoinPool(2);
                        var timer = Executors.newScheduledThreadPool(1);
                        var virtual = Executors.newVirtualThreadPerTaskExecutor();
                        var done = new CompletableFuture<String>();
                        class Half extends RecursiveTask<Integer> {
                            final int n;
                            Half(int n) { this.n = n; }
                            protected Integer compute() {
                                if (n < 2) return 1;
                                var other = new Half(n / 2);
                                other.fork();
                                if (n == 64) System.out.print("here");
                                return new Half(n - n / 2).compute() + other.join();
                            }
                        }
                        class Spin extends RecursiveAction {
                            protected void compute() { System.out.println(1); while (true) {} }
                        }
                        class Loop extends RecursiveAction {
                            protected void compute() { invokeAll(new Spin(), new Spin()); }
                        }
                        class Named extends ThreadPoolExecutor {
                            Named() { super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()); }
                        }
                        class Job implements Runnable, Comparable<Job> {
                            public void run() { System.out.print("job"); }
                            public int compareTo(Job other) { return 0; }
                        }
                        var named = new Named();
                        pool.submit(() -> {}).get();
                        named.submit(() -> {}).get();
                        own.invoke(new Half(32));""");
        assertInstanceOf(CellResult.Value.class, maker.result);
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool.submit(() -> System.out.print(\"here\")).get();",
                "pool.submit(() -> { System.out.print(\"here\"); return 1; }).get();",
                "pool.invokeAll(List.<Callable<Integer>>of(() -> { System.out.print(\"here\"); return 1; }));",
                "own.submit(() -> System.out.print(\"here\")).get();",
                "named.submit(() -> System.out.print(\"here\")).get();",
                "named.submit(() -> { System.out.print(\"here\"); return 1; }).get();",
                "own.invoke(new Half(64))",
                "own.submit(new Half(64)).get()",
                "virtual.submit(() -> System.out.print(\"here\")).get();",
                "timer.schedule(() -> System.out.print(\"here\"), 1, TimeUnit.MILLISECONDS).get();",
                "CompletableFuture.runAsync(() -> System.out.print(\"here\"), pool).get();",
                "CompletableFuture.supplyAsync(() -> 1, pool).thenAcceptAsync(i -> System.out.print(\"here\"), own).get();",
                "var latch = new CountDownLatch(1); pool.execute(() -> { System.out.print(\"here\"); latch.countDown(); }); latch.await();",
                "Function<Runnable, Future<?>> give = pool::submit; give.apply(() -> System.out.print(\"here\")).get();",
                "Thread.startVirtualThread(() -> System.out.print(\"here\")).join();",
            })
    void printsIntoTheCellThatHandsItOver(String code) {
        var cell = notebook.run(code);
        assertInstanceOf(CellResult.Value.class, cell.result);
        assertEquals("here", cell.out.toString());
        assertEquals("", maker.out.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool.submit(() -> { System.out.println(1); while (true) {} }).get();",
                "pool.submit(() -> { System.out.println(1); java.util.regex.Pattern.matches(\"(.*a){25}b\", \"a\".repeat(40)); }).get();",
                "own.submit(() -> { System.out.println(1); while (true) {} }).get();",
                "own.invoke(new Loop());",
                "named.submit(() -> { System.out.println(1); while (true) {} }).get();",
                "virtual.submit(() -> { System.out.println(1); Thread.sleep(100_000); return 1; }).get();",
                "timer.scheduleAtFixedRate(() -> System.out.println(1), 1, 1, TimeUnit.MILLISECONDS).get();",
                "CompletableFuture.runAsync(() -> { System.out.println(1); while (true) {} }, pool).join();",
                "for (int i = 0; i < 9; i++) pool.execute(() -> { System.out.println(1); while (true) {} }); Thread.sleep(100_000);",
            })
    void stopsWithTheCellThatHandsItOver(String code) throws Exception {
        var running = notebook.start(code).untilItPrints();
        notebook.shell.interrupt();
        assertInstanceOf(CellResult.Interrupted.class, running.join().result);
        notebook.awaitRest(running);
        String printed = running.cell().out.toString();
        assertEquals("2", notebook.value("pool.submit(() -> 1 + 1).get()"));
        assertEquals(printed, running.cell().out.toString());
    }

    /// Its worker is a thread that the maker has started.
    @Test
    void aPoolThatACellHasWrittenPrintsThereToo() throws Exception {
        var made =
                notebook.run(
                        """
                        class Queue implements Executor {
                            final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
                            final Thread worker = new Thread(this::work);
                            void work() {
                                try { while (true) jobs.take().run(); } catch (InterruptedException e) { }
                            }
                            public void execute(Runnable job) { jobs.add(job); }
                            <T> Future<T> submit(Supplier<T> job) {
                                var future = new FutureTask<T>(job::get);
                                jobs.add(future);
                                return future;
                            }
                        }
                        var queue = new Queue();
                        queue.worker.start();""");
        var cell =
                notebook.run(
                        """
                        queue.execute(() -> System.out.print("he"));
                        queue.submit(() -> { System.out.print("re"); return 1; }).get();
                        queue.worker.interrupt();
                        queue.worker.join();""");
        assertEquals("here", cell.out.toString());
        assertEquals("", made.out.toString());
    }

    @Test
    void theMakersOtherWorkGoesOn() throws Exception {
        var first =
                notebook.run(
                        "var go = new CountDownLatch(1); pool.submit(() -> { go.await(); System.out.print(\"goes on\"); return 1; });");
        var running =
                notebook.start("System.out.print(1); pool.submit(() -> { while (true) {} }).get();")
                        .untilItPrints();
        notebook.shell.interrupt();
        running.join();
        notebook.awaitRest(running);
        notebook.run("go.countDown();");
        Notebook.await("the first prints", () -> !first.out.isEmpty());
        assertEquals("goes on", first.out.toString());
    }

    @Test
    void whatItThrowsIsToldThere() throws Exception {
        var cell =
                notebook.run("pool.execute(() -> { throw new IllegalStateException(\"oops\"); });");
        Notebook.await("it is told", () -> cell.err.toString().contains("Cell ["));
        assertTrue(cell.err.toString().contains("IllegalStateException: oops"), cell.err::toString);
        assertEquals("", maker.err.toString());
    }

    /// A pool shows what it executes to its methods, and a queue may compare it.
    @Test
    void aJobThatIsMoreThanALambdaStaysItself() {
        assertEquals(
                "[true]",
                notebook.value(
                        """
                        var single = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
                        single.execute(new Job() { public void run() { try { Thread.sleep(100_000); } catch (InterruptedException e) { } } });
                        single.execute(new Job());
                        single.execute(new Job());
                        single.shutdownNow().stream().map(job -> job instanceof Job).distinct().toList()"""));
    }

    /// The mark on a job is not what a pool is asked for.
    @Test
    void aJobThatWaitsCanBeTakenBack() {
        notebook.run(
                """
                var busy = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
                busy.execute(() -> { try { Thread.sleep(100_000); } catch (InterruptedException e) { } });
                Runnable job = new Job(), lambda = () -> {};
                busy.execute(job);
                busy.execute(lambda);
                Future<?> future = busy.submit(() -> 1);""");
        assertEquals(
                "[true, true, true, false]",
                notebook.value(
                        """
                        var taken = List.of(
                                busy.remove(job),
                                busy.remove(lambda),
                                busy.remove((Runnable) future),
                                busy.remove(lambda));
                        busy.shutdownNow();
                        taken"""));
    }

    /// What runs on the thread of a cell is stopped with it, whoever has asked for it.
    @Test
    void whatACellDoesItselfIsItsOwn() throws Exception {
        notebook.run(
                "var said = done.thenAccept(text -> { System.out.print(text); while (true) {} });");
        var running = notebook.start("done.complete(\"mine\");").untilItPrints();
        notebook.shell.interrupt();
        assertInstanceOf(CellResult.Interrupted.class, running.join().result);
        assertEquals("mine", running.cell().out.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timer.scheduleAtFixedRate(() -> {}, 0, 1, TimeUnit.HOURS);",
                "timer.schedule(() -> 1, 1, TimeUnit.HOURS);",
                "new Timer(true).schedule(new TimerTask() { public void run() {} }, 0, 3_600_000);",
            })
    void whatIsScheduledRunsStill(String code) throws Exception {
        String told = "Cell [%d], what it has scheduled".formatted(notebook.next());
        notebook.run(code);
        Notebook.await(
                "it waits for its time", () -> notebook.shell.stillRunning().equals(List.of(told)));
        notebook.shell.stopRest();
        assertEquals(List.of(), notebook.shell.stillRunning());
        assertEquals("2", notebook.value("timer.schedule(() -> 2, 0, TimeUnit.HOURS).get()"));
    }

    @Test
    void whatIsScheduledNoMoreDoesNotRun() throws Exception {
        notebook.run(
                """
                timer.scheduleAtFixedRate(() -> {}, 0, 1, TimeUnit.HOURS).cancel(false);
                var clock = new Timer(true);
                clock.schedule(new TimerTask() { public void run() {} }, 3_600_000);
                clock.cancel();
                timer.schedule(() -> 1, 0, TimeUnit.HOURS).get();""");
        Notebook.await("all rests", () -> notebook.shell.stillRunning().isEmpty());
    }

    @Test
    void aPoolThatWaitsForWorkDoesNotRun() throws Exception {
        Notebook.await(
                "none of its threads begins or ends",
                () -> notebook.shell.stillRunning().isEmpty());
    }
}
