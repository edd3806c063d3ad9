package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nacre.tests.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What notebooks ask of a kernel and Jupyter's own test does not: silence, aborted queues, input,
/// forgeries; what learners write into cells; what the protocol says of each message; libraries;
/// the stop button, whatever runs.
class JupyterKernelIT {
    @ParameterizedTest
    @ValueSource(strings = {"client", "cells", "messages", "packages", "stops"})
    void theKernelServesJupytersClient(String name) throws IOException {
        passes(name, "jupyter_client", "python3-jupyter-client");
    }

    @Test
    void jupytersConsoleIsServed() throws IOException {
        passes("console", "jupyter_console", "jupyter-console");
    }

    /// @param module what the script needs
    private static void passes(String name, String module, String debianPackage)
            throws IOException {
        Path scripts = Repository.ROOT.resolve("tests/src/test/resources/jupyter");
        Path script = scripts.resolve(name + ".py");
        var ended =
                Jupyter.withNacre()
                        .python(module, debianPackage)
                        .with(script.toString())
                        .run(Lessons.TARGET.resolve(name + ".log"), Duration.ofMinutes(10))
                        .succeeded(script.toString());
        long tests =
                Files.readString(script)
                        .lines()
                        .filter(each -> each.contains(" def test_"))
                        .count();
        assertTrue(ended.output().contains("Ran " + tests + " test"), ended.output());
    }
}
