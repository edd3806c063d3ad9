package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every way in which a cell can run away, stopped.
class InterruptTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        var options = ShellOptions.of(List.of(Notebook.library()));
        var imports = new ArrayList<>(options.imports());
        imports.addAll(List.of("java.util.concurrent.locks.*", "java.util.concurrent.atomic.*"));
        notebook = new Notebook(options.imports(imports));
        notebook.run("int kept = 42;");
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @Test
    void aCellThatWaitsForJShellStops() throws Exception {
        try (var fresh = new Notebook()) {
            var running = fresh.start("while (true) {}");
            while (running.thread().isAlive()) { // the first may come before the cell does
                fresh.shell.interrupt();
                running.thread().join(5);
            }
            assertInstanceOf(CellResult.Interrupted.class, running.join().result);
        }
    }

    @Test
    void anEndlessLoopStops() throws Exception {
        stops("while (true) {}");
    }

    @Test
    void aLoopInAMethodStops() throws Exception {
        stops("void spin() { for (;;) ; } spin();");
    }

    @Test
    void aLoopInALambdaStops() throws Exception {
        stops("Runnable r = () -> { int i = 0; do { i++; } while (i != -1 || true); }; r.run();");
    }

    @Test
    void aLoopInAClassStops() throws Exception {
        stops("class Spin { Spin() { while (true) {} } } new Spin();");
    }

    @Test
    void aSleepStops() throws Exception {
        stops("Thread.sleep(100_000);");
    }

    @Test
    void anEndlessRecursionThroughCatchStops() throws Exception {
        stops("void down() { try { down(); } catch (StackOverflowError e) { down(); } } down();");
    }

    @Test
    void aFloodOfPrintsStops() throws Exception {
        stops("while (true) System.out.println(\"flood\");");
    }

    @Test
    void anEndlessToStringStops() throws Exception {
        stops("record Endless() { public String toString() { while (true) {} } } new Endless()");
    }

    @Test
    void aScannerThatWaitsStops() throws Exception {
        stops("new Scanner(System.in).nextLine()");
    }

    @Test
    void aParallelStreamStops() throws Exception {
        stops(
                "IntStream.range(0, 100_000_000).parallel().forEach(i -> { double d = 0; for (int j = 0; j < 100_000; j++) d += Math.sin(j); })");
    }

    @Test
    void aStreamOfTheJdkAloneStops() throws Exception {
        stops("new SplittableRandom(1).ints().max()");
        stops("LongStream.range(0, Long.MAX_VALUE).sum()");
        stops("LongStream.range(0, Long.MAX_VALUE).parallel().sum()");
        stops(
                "Collections.nCopies(Integer.MAX_VALUE, \"x\").stream().flatMapToInt(String::chars).boxed().sorted().count()");
    }

    @Test
    void aStreamThatIsWatchedIsTheSameStream() {
        assertEquals("6", notebook.value("List.of(1, 2, 3).stream().mapToInt(i -> i).sum()"));
        assertEquals("5000000000", notebook.value("LongStream.range(0, 5_000_000_000L).count()"));
        assertEquals(
                "[a, b]", notebook.value("Arrays.stream(new String[] {\"a\", \"b\"}).toList()"));
    }

    @Test
    void aLoopThatCatchesEverythingStops() throws Exception {
        stops("while (true) try { Thread.sleep(1000); } catch (Throwable t) { }");
    }

    @Test
    void theOutputOfAStoppedCellNeverLandsInALaterOne() throws Exception {
        var running =
                notebook.start(
                        "new Thread(() -> { while (true) System.out.println(\"ghost\"); }).start();\n"
                                + "while (true) System.out.println(\"ghost\");");
        running.untilItPrints();
        notebook.shell.interrupt();
        running.join();
        int printed = running.cell().out.length();
        var next = notebook.run("Thread.sleep(100); System.out.print(\"mine\");");
        assertEquals("mine", next.out.toString());
        assertEquals(printed, running.cell().out.length());
    }

    @Test
    void theThreadsOfAStoppedCellStopToo() throws Exception {
        var running =
                notebook.start(
                                "System.out.println(\"begun\"); var busy = new Thread(() -> { while (true) {} }); busy.start(); busy.join();")
                        .untilItPrints();
        notebook.shell.interrupt();
        running.join();
        notebook.awaitRest(running);
        assertEquals("false", notebook.value("busy != null && busy.isAlive()"));
    }

    @Test
    void theTimerOfAStoppedCellDoesNothingMore() throws Exception {
        var running =
                notebook.start(
                                "var ticks = new AtomicInteger(); new Timer().schedule(new TimerTask() { public void run() { ticks.incrementAndGet(); } }, 0, 50); System.out.println(1); while (true) {}")
                        .untilItPrints();
        notebook.shell.interrupt();
        running.join();
        notebook.awaitRest(running);
        String ticks = notebook.value("ticks");
        assertEquals(ticks, notebook.value("Thread.sleep(200); ticks"));
    }

    @Test
    void codeThatRunsNoLineOfTheCellStops() throws Exception {
        stops("Pattern.matches(\"(.*a){25}b\", \"a\".repeat(40))");
        stops("new BigInteger(\"3\").pow(500_000_000).bitLength()");
        stops("new FileInputStream(\"/dev/zero\").transferTo(OutputStream.nullOutputStream());");
        stops(
                "var own = new Thread(() -> Pattern.matches(\"(.*a){25}b\", \"a\".repeat(40))); own.start(); own.join();");
    }

    @Test
    void longPiecesInTheCommonPoolStop() throws Exception {
        stops(
                "IntStream.range(0, 64).parallel().forEach(i -> Pattern.matches(\"(.*a){25}b\", \"a\".repeat(40)))");
        notebook.run(
                "for (int i = 0; i < 64; i++) ForkJoinPool.commonPool().execute(() -> Pattern.matches(\"(.*a){25}b\", \"a\".repeat(40)));");
        Notebook.await("the pool works", () -> !notebook.shell.stillRunning().isEmpty());
        notebook.shell.stopRest();
        Notebook.await("the pool rests", ForkJoinPool.commonPool()::isQuiescent);
    }

    /// Both would take javac minutes, in which no other cell could be compiled.
    @Test
    void aCellThatTakesTheCompilerTooLongStops() throws Exception {
        stopsInCompiler("a.".repeat(600) + "a");
        stopsInCompiler("List.of(".repeat(200) + "1" + ")".repeat(200));
        assertEquals("3", notebook.value("record Late(int n) {}\nnew Late(3).n()"));
    }

    private static void stopsInCompiler(String code) throws Exception {
        String name = "Cell [%d]".formatted(notebook.next());
        Notebook.Running running = notebook.start(code);
        Notebook.await(
                "javac is at it",
                () ->
                        Thread.getAllStackTraces().keySet().stream()
                                .filter(each -> each.getName().equals(name))
                                .anyMatch(Frames::isInCompiler));
        long start = System.nanoTime();
        notebook.shell.interrupt();
        assertInstanceOf(CellResult.Interrupted.class, running.join().result);
        assertEquals("42", notebook.value("kept"));
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis < 30_000, millis + " ms");
        notebook.awaitRest(running);
    }

    @Test
    void aWaitThatDoesNotListenStops() throws Exception {
        stops(
                "var taken = new ReentrantLock(); var taker = new Thread(taken::lock); taker.start(); taker.join(); taken.lock();");
        stops("new CompletableFuture<String>().join()");
    }

    /// `synchronized` waits without listening: nothing but the end of the other ends that.
    @Test
    void aThreadThatCannotBeStoppedIsGivenUpAndNamed() throws Exception {
        var lock = new Object();
        System.getProperties().put("lock", lock);
        try (var other = new Notebook()) {
            Notebook.Running running;
            synchronized (lock) {
                running =
                        other.start(
                                        "System.out.println(1);\nsynchronized (System.getProperties().get(\"lock\")) { System.out.println(2); }")
                                .untilItPrints();
                other.shell.interrupt();
                var stopped = assertInstanceOf(CellResult.Interrupted.class, running.join().result);
                String told = String.join("\n", stopped.error().traceback());
                assertTrue(told.contains("cannot be stopped while it is in synchronized"), told);
                assertEquals("2", other.value("1 + 1"));
                assertEquals(
                        List.of("Cell [1], line 2, in synchronized: another thread holds the lock"),
                        other.shell.stillRunning());
            }
            other.awaitRest(running);
        } finally {
            System.getProperties().remove("lock");
        }
    }

    /// A Stop may come in the moment between a cell's answer and the end of its thread.
    @Test
    void aCellThatHasAnsweredIsNotSaidToRun() {
        for (int i = 0; i < 50; i++) {
            String name = "Cell [%d]".formatted(notebook.next());
            notebook.run("kept");
            List<String> running = notebook.shell.stillRunning();
            assertTrue(
                    running.stream().noneMatch(each -> each.startsWith(name)), running::toString);
        }
    }

    @Test
    void aStopWithoutACellDoesNothing() {
        notebook.shell.interrupt();
        assertEquals("42", notebook.value("kept"));
    }

    @Test
    void aVariableOfAStoppedCellKeepsItsValue() throws Exception {
        notebook.run("int slow() { while (true) {} }\nint value = 7;");
        var running = notebook.start("System.out.println(1); int value = slow();").untilItPrints();
        notebook.shell.interrupt();
        running.join();
        assertEquals("7", notebook.value("value"));
    }

    @Test
    void aStopThatComesWhileTheShellStartsIsNotLost() throws Exception {
        try (var other = new Notebook()) {
            var running = other.start("while (true) {}");
            Notebook.await("the cell is given to the shell", () -> isWaiting(running.thread()));
            other.shell.interrupt();
            assertInstanceOf(CellResult.Interrupted.class, running.join().result);
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(Shell.class.getName()));
    }

    /// A cell that is stopped ends at once; on a busy machine it may be let go before its thread
    /// has come to rest, but rest it must.
    private static void stops(String code) throws Exception {
        Notebook.Running running =
                notebook.start("System.out.println(\"begun\");\n" + code).untilItPrints();
        long start = System.nanoTime();
        notebook.shell.interrupt();
        Notebook.Cell cell = running.join();
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf("interrupted after %d ms: %s%n", millis, code);
        var stopped = assertInstanceOf(CellResult.Interrupted.class, cell.result);
        assertEquals("Cell [" + cellNumber(stopped) + "] was stopped.", stopped.error().message());
        assertTrue(millis < 30_000, millis + " ms");
        assertEquals("42", notebook.value("kept"));
        notebook.awaitRest(running);
    }

    private static String cellNumber(CellResult.Interrupted stopped) {
        return stopped.error().message().replaceAll("\\D", "");
    }
}
