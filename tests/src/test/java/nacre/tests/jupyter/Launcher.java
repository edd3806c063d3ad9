package nacre.tests.jupyter;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nacre.bench.outside.Program;
import nacre.tests.Repository;

/// The `nacre` script at the top of the repository.
final class Launcher {
    private static final Path FOLDER = Lessons.TARGET.resolve("runner");
    private static final Map<String, Program.Ended> RUNS = new ConcurrentHashMap<>();

    private Launcher() {}

    /// `./nacre` with arguments.
    static Program nacre(String... arguments) {
        String script = Repository.ROOT.resolve("nacre").toString();
        return new Program(List.of(script), Map.of()).with(arguments);
    }

    /// `./nacre run` on a copy of a lesson, once for all tests.
    static Program.Ended run(String lesson) {
        return RUNS.computeIfAbsent(
                lesson,
                name ->
                        nacre("run", Lessons.copy(name, FOLDER).toString())
                                .run(FOLDER.resolve(name + ".log"), Lessons.LIMIT));
    }

    /// The notebook with the outputs of `run`.
    static Path notebook(String lesson) {
        return FOLDER.resolve("lessons").resolve(lesson + ".ipynb");
    }

    /// The page that `run` writes.
    static Path html(String lesson) {
        return FOLDER.resolve("lessons").resolve(lesson + ".html");
    }
}
