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

    private static void stops(String code) throws Exception {
        Notebook.Running running = notebook.start(code);
        Thread.sleep(300);
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
