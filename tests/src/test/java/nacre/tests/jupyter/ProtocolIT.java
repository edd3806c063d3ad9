package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import nacre.tests.Repository;
import org.junit.jupiter.api.Test;

/// The kernel answers as Jupyter's own test suite for kernels wants it.
class ProtocolIT {
    @Test
    void jupytersTestOfKernelsPasses() {
        Path script = Repository.ROOT.resolve("tests/src/test/resources/jupyter/protocol.py");
        var ended =
                Jupyter.withNacre()
                        .python("jupyter_kernel_test", "python3-jupyter-kernel-test")
                        .with(script.toString())
                        .run(Lessons.TARGET.resolve("protocol.log"), Duration.ofMinutes(10))
                        .succeeded("jupyter_kernel_test");
        assertTrue(ended.output().contains("Ran 12 tests"), ended.output());
        assertFalse(ended.output().contains("skipped"), ended.output());
    }
}
