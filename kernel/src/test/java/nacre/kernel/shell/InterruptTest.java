package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every way in which a cell can run away, stopped.
class InterruptTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
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
    void aLoopThatCatchesEverythingStops() throws Exception {
        stops("while (true) try { Thread.sleep(1000); } catch (Throwable t) { }");
    }

    @Test
    void theOutputOfAStoppedCellNeverLandsInALaterOne() throws Exception {
        var running =
                notebook.start(
                        "new Thread(() -> { while (true) System.out.println(\"ghost\"); }).start();\n"
                                + "while (true) System.out.println(\"ghost\");");
        Thread.sleep(100);
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
        Thread.sleep(100);
        notebook.shell.interrupt();
        running.join();
        Thread.sleep(50);
        assertEquals("false", notebook.value("busy != null && busy.isAlive()"));
    }

    @Test
    void aThreadThatCannotBeStoppedIsGivenUpAndNamed() throws Exception {
        try (var other = new Notebook()) {
            var running = other.start("int kept = 1;\nnew SplittableRandom(1).ints().max();");
            Thread.sleep(500);
            other.shell.interrupt();
            long start = System.nanoTime();
            var stopped = assertInstanceOf(CellResult.Interrupted.class, running.join().result);
            assertTrue(System.nanoTime() - start < 600_000_000);
            String told = String.join("\n", stopped.error().traceback());
            assertTrue(told.contains("cannot be stopped while it is in j"), told);
            assertEquals("2", other.value("1 + 1"));
            assertTrue(other.shell.stillRunning().getFirst().startsWith("Cell [1] in "));
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

    private static void stops(String code) throws Exception {
        Notebook.Running running =
                notebook.start("System.out.println(\"begun\");\n" + code).untilItPrints();
        Thread.sleep(100);
        long start = System.nanoTime();
        notebook.shell.interrupt();
        Notebook.Cell cell = running.join();
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf("interrupted after %d ms: %s%n", millis, code);
        var stopped = assertInstanceOf(CellResult.Interrupted.class, cell.result);
        assertEquals("Cell [" + cellNumber(stopped) + "] was stopped.", stopped.error().message());
        assertEquals(1, stopped.error().traceback().size(), () -> "" + stopped.error().traceback());
        assertTrue(millis < 500, millis + " ms");
        assertEquals("42", notebook.value("kept"));
    }

    private static String cellNumber(CellResult.Interrupted stopped) {
        return stopped.error().message().replaceAll("\\D", "");
    }
}
