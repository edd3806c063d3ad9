package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import nacre.tests.Repository;
import org.junit.jupiter.api.Test;

/// A long session and a hostile neighbour, in short; `./nacre bench soak` and `./nacre bench fuzz`
/// take their time.
class EnduranceIT {
    @Test
    void manyCellsOfAllKindsAreAllAnsweredRightly() {
        assertTrue(run("soak.py", "300", "7").contains("cells right"));
    }

    @Test
    void hostileMessagesRunNothingAndStopsHarmNothing() {
        String told = run("fuzz.py", "3000", "40", "7");
        assertTrue(told.contains("3000 hostile messages"), told);
        assertTrue(told.contains("stops: 40"), told);
    }

    private static String run(String script, String... arguments) {
        Path path = Repository.ROOT.resolve("tests/src/test/resources/jupyter").resolve(script);
        return Jupyter.withNacre()
                .python("jupyter_client", "python3-jupyter-client")
                .with(path.toString())
                .with(arguments)
                .run(Lessons.TARGET.resolve(script + ".log"), Duration.ofMinutes(15))
                .succeeded(script)
                .output();
    }
}
