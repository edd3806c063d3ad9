package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nacre.tests.jupyter.Notebook.Cell;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A student who runs a lesson sees what the file already shows, and always the same.
///
/// Processors with longer or shorter vectors add numbers up in another order, and 150 epochs make
/// the last digits of that visible: so the stored numbers are those of one kind of processor, and
/// only the words around them are the same everywhere.
class ReproducibleLessonsIT {
    private static final Path ONE_THREAD = Lessons.TARGET.resolve("one-thread");

    @Test
    void thereAreLessonsOnDenseDropoutAndCnns() {
        assertEquals(
                "[true, true, true]",
                Stream.of("06-dense", "08-dropout", "14-cnn")
                                .map(Lessons.names()::contains)
                                .toList()
                        + "");
    }

    @TestFactory
    Stream<DynamicTest> runningShowsWhatIsStored() {
        return Lessons.each(
                lesson -> {
                    Launcher.run(lesson).succeeded("./nacre run " + lesson);
                    Notebook stored = Notebook.read(Lessons.file(lesson));
                    assertFalse(stored.pictures() == 0, "stored without charts");
                    same(
                            stored,
                            Notebook.read(Launcher.notebook(lesson)),
                            ReproducibleLessonsIT::numberless);
                });
    }

    @TestFactory
    Stream<DynamicTest> oneThreadComputesWhatSeveralDo() {
        return Lessons.each(
                lesson -> {
                    Launcher.run(lesson).succeeded("./nacre run " + lesson);
                    Path copy = Lessons.copy(lesson, ONE_THREAD);
                    Launcher.nacre("run", copy.toString())
                            .in(Map.of("JAVA_TOOL_OPTIONS", "-Dnacre.threads=1"))
                            .run(ONE_THREAD.resolve(lesson + ".log"), Lessons.LIMIT)
                            .succeeded("./nacre run " + lesson + " with one thread");
                    same(
                            Notebook.read(Launcher.notebook(lesson)),
                            Notebook.read(copy),
                            ReproducibleLessonsIT::timeless);
                });
    }

    private static void same(Notebook want, Notebook got, UnaryOperator<String> seen) {
        assertEquals(want.cells().size(), got.cells().size());
        assertAll(
                IntStream.range(0, want.cells().size())
                        .mapToObj(i -> () -> same(want.cells().get(i), got.cells().get(i), seen)));
    }

    private static void same(Cell want, Cell got, UnaryOperator<String> seen) {
        assertEquals(seen.apply(want.text()), seen.apply(got.text()), "text of " + want.id());
        assertEquals(want.pictures(), got.pictures(), "pictures of cell " + want.id());
    }

    /// How long something took may differ.
    private static String timeless(String text) {
        return text.replaceAll("\\d+([.,]\\d+)? ?(ns|µs|ms|s|min)\\b", "(time)").strip();
    }

    /// Numbers may differ as well, and with them where a line turns.
    private static String numberless(String text) {
        return timeless(text)
                .replaceAll("-?\\d+([.,]\\d+)*(E-?\\d+)?", "#")
                .replaceAll(", (lowest|highest) # at( \\w+)? #", "");
    }
}
