package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nacre.tests.Repository;
import org.junit.jupiter.api.Test;

/// What notebooks ask of a kernel and Jupyter's own test does not: silence, aborted queues, input,
/// stops, forgeries.
class JupyterKernelIT {
    @Test
    void theKernelServesJupytersClient() throws IOException {
        Path script = Repository.ROOT.resolve("tests/src/test/resources/jupyter/client.py");
        var ended =
                Jupyter.withNacre()
                        .python("jupyter_client", "python3-jupyter-client")
                        .with(script.toString())
                        .run(Lessons.TARGET.resolve("client.log"), Duration.ofMinutes(10))
                        .succeeded("the client's test");
        long tests =
                Files.readString(script)
                        .lines()
                        .filter(each -> each.contains(" def test_"))
                        .count();
        assertTrue(ended.output().contains("Ran " + tests + " tests"), ended.output());
    }
}
