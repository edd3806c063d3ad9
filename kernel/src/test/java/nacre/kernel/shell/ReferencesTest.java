package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// References to methods of libraries: they do what they did, and can be stopped.
class ReferencesTest {
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
    void allKindsDoWhatTheySay() {
        assertEquals(
                "[1, 2]",
                notebook.value("Stream.of(\"1\", \"2\").map(Integer::parseInt).toList()"));
        assertEquals("[A]", notebook.value("Stream.of(\"a\").map(String::toUpperCase).toList()"));
        assertEquals("[3]", notebook.value("Stream.of(List.of(1, 2, 3)).map(List::size).toList()"));
        assertEquals(
                "[x]",
                notebook.value(
                        "Stream.of(\"x\").collect(Collectors.toCollection(ArrayList::new))"));
        assertEquals("6", notebook.value("IntStream.of(1, 2, 3).reduce(0, Integer::sum)"));
        assertEquals(
                "true", notebook.value("List.of(\"a\", \"b\").stream().anyMatch(\"b\"::equals)"));
        assertEquals(
                "[1]", // inherited from a class above
                notebook.value(
                        "var one = new ArrayList<>(List.of(1)); Supplier<String> text = one::toString; text.get()"));
        assertEquals("[1.0]", notebook.value("Stream.of(-1.0).map(Math::abs).toList()"));
        assertEquals(
                "3",
                notebook.value(
                        "Function<String, StringBuilder> make = StringBuilder::new; make.apply(\"abc\").length()"));
        assertEquals(
                "[b, a]",
                notebook.value(
                        "Stream.of(\"a\", \"b\").sorted(Comparator.<String>naturalOrder().reversed()).toList()"));
    }

    @Test
    void oneInAnInterfaceWorks() {
        notebook.run(
                "interface Shout { default List<String> all(List<String> in) { return in.stream().map(String::toUpperCase).toList(); } }");
        assertEquals("[HI]", notebook.value("new Shout() {}.all(List.of(\"hi\"))"));
    }

    @Test
    void aStreamOfNothingElseStops() throws Exception {
        stops("Stream.generate(Math::random).filter(Objects::isNull).findFirst()");
        stops("DoubleStream.generate(Math::random).sum()");
        stops("Stream.iterate(1, Math::negateExact).filter(Objects::isNull).findAny()");
    }

    @Test
    void aReferenceToExitIsRefused() {
        CellError error = notebook.error("IntStream.of(3).forEach(System::exit);");
        assertTrue(error.message().contains("a cell cannot end Java"), error.message());
        assertEquals("ok", notebook.value("\"ok\""));
    }

    @Test
    void theTraceShowsNoMethodOfOurs() {
        CellError error = notebook.error("Stream.of(\"x\").map(Integer::parseInt).toList()");
        assertEquals("NumberFormatException", error.name());
        assertTrue(!error.card().toString().contains("nacre$ref"), error.card().toString());
    }

    private static void stops(String code) throws Exception {
        var running = notebook.start("System.out.println(\"begun\");\n" + code).untilItPrints();
        notebook.shell.interrupt();
        var cell = running.join();
        var stopped = assertInstanceOf(CellResult.Interrupted.class, cell.result);
        assertTrue(stopped.error().message().endsWith("was stopped."), stopped.error().message());
        notebook.awaitRest(running);
    }

    @Test
    void aMethodThatAParentDeclaresIsReached() {
        assertEquals(
                "{a=1}",
                notebook.value(
                        """
                        var map = new LinkedHashMap<String, Integer>();
                        for (var each : List.of(map)) {
                            BiFunction<String, Integer, Integer> put = each::put;
                            put.apply("a", 1);
                        }
                        map"""));
    }
}
