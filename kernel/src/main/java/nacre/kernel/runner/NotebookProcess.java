package nacre.kernel.runner;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nacre.kernel.notebook.Trouble;

/// Runs a notebook in a process of its own that is at home in the notebook's folder.
///
/// A cell names files from there, in Jupyter as here, and Java cannot change the folder of a
/// process that runs; and no notebook is to feel what the one before it has left: threads,
/// properties, numbered names of layers. So the same command is started again, in that folder, with
/// that notebook; and with the Vector API, of which the JVM tells at every start that it is an
/// incubator module: that line is left out here.
final class NotebookProcess {
    /// Tells the new process from where its arguments are named.
    private static final String BASE = "nacre.base";

    private static final String VECTORS = "--add-modules=jdk.incubator.vector";
    private static final String NOTICE = "WARNING: Using incubator modules: jdk.incubator.vector";

    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Class<?> main;
    private final List<String> options;
    private final PrintStream err;

    /// @param main the class whose `main` understands the command
    /// @param options the command and its options, without the notebook
    /// @param err where the error output of the process goes
    NotebookProcess(Class<?> main, List<String> options, PrintStream err) {
        this.main = main;
        this.options = options;
        this.err = err;
    }

    /// The folder from which the user named the files, if this is the process that runs the
    /// notebook.
    static Optional<Path> base() {
        return Optional.ofNullable(System.getProperty(BASE)).map(Path::of);
    }

    /// Runs the notebook.
    ///
    /// @return the exit code
    int run(Path notebook) {
        Path folder = Objects.requireNonNull(notebook.toAbsolutePath().normalize().getParent());
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add(VECTORS);
        command.add("-D" + BASE + "=" + Path.of("").toAbsolutePath());
        command.addAll(program());
        command.addAll(options);
        command.add(notebook.toString());
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .inheritIO()
                            .redirectError(ProcessBuilder.Redirect.PIPE)
                            .start();
            var passed = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stop(process, passed), "nacre-stop-run"));
            passErrors(process);
            passed.countDown();
            return process.waitFor();
        } catch (IOException e) {
            throw new Trouble("Cannot start Java again in " + folder + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new Trouble("Stopped.", e);
        }
    }

    /// Ends the process, and leaves it the time to say that it was stopped.
    ///
    /// @param passed its error output has come to the end and was passed on
    private static void stop(Process process, CountDownLatch passed) {
        process.toHandle().destroy(); // Process.destroy would also close the pipe of its last words
        try {
            if (!passed.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void passErrors(Process process) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                process.getErrorStream(), Charset.defaultCharset()))) {
            lines.lines().filter(line -> !line.equals(NOTICE)).forEach(err::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How this process was started: from a jar, or from a class path.
    private List<String> program() {
        var classPath = new ArrayList<String>();
        for (String entry :
                System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            classPath.add(Path.of(entry).toAbsolutePath().toString());
        }
        boolean jar = classPath.size() == 1 && classPath.getFirst().endsWith(".jar");
        return jar
                ? List.of("-jar", classPath.getFirst())
                : List.of("-cp", String.join(File.pathSeparator, classPath), main.getName());
    }
}
