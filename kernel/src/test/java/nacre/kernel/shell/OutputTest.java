package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the output of cells goes.
class OutputTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @Test
    void outputsOfAllKindsKeepTheirOrder() {
        var cell =
                notebook.run(
                        """
                        import static nacre.display.Screen.display;
                        System.out.print("a");
                        System.err.print("b");
                        var live = display(1);
                        System.out.print("c");
                        live.update(2);
                        System.out.print("d");""");
        assertEquals(
                List.of("out:a", "err:b", "show:1", "out:c", "update:2", "out:d"),
                List.copyOf(cell.log));
    }

    @Test
    void aLaterCellReplacesWhatAStoppedOneHasShown() throws Exception {
        notebook.run("nacre.display.Screen.Live board;");
        var stopped =
                notebook.start(
                        """
                        board = nacre.display.Screen.display(1);
                        System.out.println("shown");
                        while (true) {}""");
        stopped.untilItPrints();
        notebook.shell.interrupt();
        stopped.join();
        assertEquals("done", notebook.value("board.update(2); \"done\""));
        assertEquals("update:2", stopped.cell().log.getLast());
    }

    @Test
    void whatIsClearedIsClearedInItsPlace() {
        var cell =
                notebook.run(
                        """
                        System.out.print("old");
                        nacre.display.Screen.clear();
                        System.out.print("new");
                        nacre.display.Screen.current().clear(true);""");
        assertEquals(
                List.of("out:old", "clear:false", "out:new", "clear:true"), List.copyOf(cell.log));
    }

    /// As Java would print it outside of a notebook.
    @Test
    void anObjectWithoutATextHasTheNameOfItsClass() {
        var cell =
                notebook.run(
                        "class Bare {} System.out.println(new Bare()); System.out.print(\"\" + new Bare().getClass() + new Bare[0]);");
        String printed = cell.out.toString();
        assertTrue(printed.matches("Bare@[0-9a-f]+\nclass Bare\\[LBare;@[0-9a-f]+"), printed);
        String text = notebook.value("\"this is \" + new Bare()");
        assertTrue(text.matches("this is Bare@[0-9a-f]+"), text);
    }

    @Test
    void aThreadPrintsIntoTheCellThatStartedIt() throws Exception {
        var first =
                notebook.run(
                        "var late = new CountDownLatch(1);\n"
                                + "new Thread(() -> { try { late.await(); } catch (InterruptedException e) {} System.out.print(\"late\"); }).start();");
        var second = notebook.run("late.countDown(); System.out.print(\"now\");");
        Notebook.await("the thread prints", () -> !first.out.isEmpty());
        assertEquals("late", first.out.toString());
        assertEquals("now", second.out.toString());
    }

    @Test
    void aParallelStreamPrintsIntoTheCellThatRunsIt() {
        String code = "IntStream.range(0, 100).parallel().forEach(i -> System.out.print('x'));";
        assertEquals(100, notebook.run(code).out.length());
        assertEquals(100, notebook.run(code).out.length());
    }

    @Test
    void whatAThreadThrowsIsToldInItsCell() {
        var cell =
                notebook.run(
                        "var t = new Thread(() -> { throw new IllegalStateException(\"oops\"); });\nt.start(); t.join();");
        assertTrue(
                cell.err.toString().contains("IllegalStateException: oops\nCell ["),
                () -> "" + cell.err);
    }

    @Test
    void nothingOfALongOutputIsLost() {
        var cell = notebook.run("for (int i = 0; i < 100_000; i++) System.out.println(i);");
        String expected =
                IntStream.range(0, 100_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        assertTrue(expected.contentEquals(cell.out));
    }

    @Test
    void tenThousandLinesTakeFewMessages() {
        var cell = notebook.run("for (int i = 0; i < 10_000; i++) System.out.println(i);");
        assertTrue(cell.log.size() < 20, cell.log.size() + " messages");
    }

    @Test
    void aCharacterPrintedInPiecesStaysWhole() {
        var cell =
                notebook.run(
                        "for (byte b : \"é€😀\".getBytes(\"UTF-8\")) { System.out.write(b); Thread.sleep(40); }");
        assertEquals("é€😀", cell.out.toString());
    }

    @Test
    void aStackThatOverflowsInAPrintHarmsNoLaterPrint() {
        for (int i = 0; i < 5; i++) {
            notebook.run("void down(int n) { System.out.println(n); down(n + 1); }\ndown(0);");
            assertEquals("fine", notebook.run("System.out.print(\"fine\");").out.toString());
        }
    }

    @Test
    void formattedTextArrives() {
        assertEquals(
                "1.50 a\n",
                notebook.run("System.out.printf(\"%.2f %s%n\", 1.5, 'a');").out.toString());
    }

    @Test
    void closingTheStreamClosesItForNobody() {
        assertEquals(
                "still here",
                notebook.run("System.out.close(); System.out.print(\"still here\");")
                        .out
                        .toString());
    }

    @Test
    void aReplacedStreamIsBackInTheNextCell() {
        notebook.run("System.setOut(new PrintStream(OutputStream.nullOutputStream()));");
        assertEquals("back", notebook.run("System.out.print(\"back\");").out.toString());
    }

    @Test
    void aCellReadsWhatTheLearnerTypes() throws Exception {
        var running =
                notebook.start("var in = new Scanner(System.in); in.nextInt() + in.nextInt()");
        running.cell().answers.add("19");
        running.cell().answers.add("23");
        assertEquals("42", running.join().value());
    }

    /// What Java would print is the question itself.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "IO.readln(\"Name? \")",
                "((java.util.function.UnaryOperator<String>) IO::readln).apply(\"Name? \")"
            })
    void aQuestionIsAskedWithItsWords(String code) throws Exception {
        var running = notebook.start(code);
        running.cell().answers.add("Ada");
        assertEquals("Ada", running.join().value());
        assertEquals(List.of("ask:Name? "), List.copyOf(running.cell().log));
    }

    @Test
    void whatIsLeftOfALineIsNotReadByTheNextCell() throws Exception {
        var first = notebook.start("(char) System.in.read()");
        first.cell().answers.add("abc");
        assertEquals("a", first.join().value());
        var second = notebook.start("IO.readln()");
        second.cell().answers.add("def");
        assertEquals("def", second.join().value());
    }
}
