package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nacre.bench.outside.Program;

/// A Jupyter with folders of the tests' own, in which Nacre's kernel is installed.
final class Jupyter {
    /// The name under which the kernel is installed.
    static final String KERNEL = "nacre";

    private static final Path FOLDER = Lessons.TARGET.resolve("jupyter");
    private static final Duration TRAINING = Duration.ofMinutes(10);
    private static final Jupyter WITH_NACRE = new Jupyter();

    private final Map<String, String> environment =
            Map.of(
                    "HOME", FOLDER.toString(),
                    "IPYTHONDIR", FOLDER.resolve("ipython").toString(),
                    "JUPYTER_CONFIG_DIR", FOLDER.resolve("config").toString(),
                    "JUPYTER_DATA_DIR", FOLDER.resolve("data").toString(),
                    "JUPYTER_RUNTIME_DIR", FOLDER.resolve("runtime").toString());

    private boolean installed;

    private Jupyter() {}

    /// The one Jupyter of all tests; the first who asks has the kernel installed by `./nacre`.
    static synchronized Jupyter withNacre() {
        if (!WITH_NACRE.installed) {
            WITH_NACRE.install();
        }
        return WITH_NACRE;
    }

    /// A program of Jupyter's that sees only these folders.
    Program program(String name, String debianPackage) {
        return Program.onPath(name, debianPackage).in(environment);
    }

    /// A Python that has this module, and sees only these folders.
    Program python(String module, String debianPackage) {
        return Program.python(module, debianPackage, environment);
    }

    private void install() {
        Launcher.nacre("install")
                .in(environment)
                .run(FOLDER.resolve("install.log"), TRAINING)
                .succeeded("./nacre install");
        Path spec = FOLDER.resolve("data/kernels").resolve(KERNEL).resolve("kernel.json");
        assertTrue(Files.exists(spec), "`./nacre install` did not write " + spec);
        installed = true;
    }
}
