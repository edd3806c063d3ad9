package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import nacre.tests.jupyter.Notebook.Cell;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A student who runs a lesson sees what the file already shows: same text, same kinds of pictures.
class ReproducibleLessonsIT {
    @Test
    void thereAreLessonsOnDenseAndDropout() {
        assertEquals(
                "[true, true]",
                Stream.of("06-dense", "08-dropout").map(Lessons.names()::contains).toList() + "");
    }

    @TestFactory
    Stream<DynamicTest> runningGivesWhatIsStored() {
        return Lessons.each(
                lesson -> {
                    Launcher.run(lesson).succeeded("./nacre run " + lesson);
                    Notebook stored = Notebook.read(Lessons.file(lesson));
                    Notebook ran = Notebook.read(Launcher.notebook(lesson));
                    assertFalse(stored.pictures() == 0, "stored without charts");
                    assertEquals(stored.cells().size(), ran.cells().size());
                    assertAll(
                            IntStream.range(0, stored.cells().size())
                                    .mapToObj(
                                            i ->
                                                    () ->
                                                            same(
                                                                    stored.cells().get(i),
                                                                    ran.cells().get(i))));
                });
    }

    private static void same(Cell stored, Cell ran) {
        assertEquals(timeless(stored.text()), timeless(ran.text()), "text of cell " + stored.id());
        assertEquals(stored.pictures(), ran.pictures(), "pictures of cell " + stored.id());
    }

    /// How long something took is the one thing that may differ.
    private static String timeless(String text) {
        return text.replaceAll("\\d+([.,]\\d+)? ?(ns|µs|ms|s|min)\\b", "(time)").strip();
    }
}
