package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every lesson runs through Jupyter's own client, as graders and build machines use it.
class NbconvertIT {
    @TestFactory
    Stream<DynamicTest> runs() {
        return Lessons.each(NbconvertIT::runs);
    }

    private static void runs(String lesson) {
        Path folder = Lessons.TARGET.resolve("nbconvert");
        Jupyter.withNacre()
                .program("jupyter-nbconvert", "jupyter-nbconvert")
                .with(
                        "--to=notebook",
                        "--execute",
                        "--ExecutePreprocessor.timeout=" + Lessons.LIMIT.toSeconds(),
                        "--output-dir=" + folder,
                        Lessons.file(lesson).toString())
                .run(folder.resolve(lesson + ".log"), Lessons.LIMIT)
                .succeeded("jupyter nbconvert --execute " + lesson);
        Notebook done = Notebook.read(folder.resolve(lesson + ".ipynb"));
        assertEquals("[]", done.complaints().toString());
        assertTrue(done.pictures() > 0, "no chart among the outputs");
    }
}
