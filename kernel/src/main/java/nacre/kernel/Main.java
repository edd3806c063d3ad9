package nacre.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/// Starts the program.
///
/// This class needs no library: so it can say that the libraries are missing.
public final class Main {
    private Main() {}

    /// Runs one command and leaves with its exit code.
    public static void main(String[] args) throws IOException {
        int code;
        try {
            code = run(args);
        } catch (NoClassDefFoundError e) {
            if (librariesAreThere()) {
                throw e;
            }
            System.err.println(
                    "nacre: the folder lib with the libraries is missing beside "
                            + jar()
                            + ". Copy it there too, from where the jar was built.");
            code = 1;
        }
        System.exit(code);
    }

    private static int run(String[] args) throws IOException {
        if (KernelCommand.isFromJupyter(args)) {
            return KernelCommand.serve(args);
        }
        return Rehearsal.isMeant(args) ? Rehearsal.play() : Commands.run(args);
    }

    private static boolean librariesAreThere() {
        return jar().resolveSibling("lib").toFile().isDirectory();
    }

    /// With `java -jar` the class path is the jar.
    private static Path jar() {
        return Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0])
                .toAbsolutePath();
    }
}
