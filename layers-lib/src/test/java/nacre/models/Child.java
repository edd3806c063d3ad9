package nacre.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process of its own that runs a class of the tests, for what must survive its end.
final class Child {
    private static final String VECTORS = "jdk.incubator.vector";

    private Child() {}

    /// Runs it to its end; gives what it ends with.
    static int run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Process process = begin(main, arguments);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(main.getSimpleName() + " does not end");
        }
        return process.exitValue();
    }

    static Process begin(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        if (ModuleLayer.boot().findModule(VECTORS).isPresent()) { // the same bits as here
            command.addAll(List.of("--add-modules", VECTORS));
        }
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// The tests' class path; the build may have put a single jar in front that only names it.
    private static String classPath() {
        String named = System.getProperty("surefire.test.class.path");
        return named == null ? System.getProperty("java.class.path") : named;
    }
}
