package nacre.bench.outside;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program of the machine, ready to be started with an environment of the test's own.
///
/// @param command the program and its first arguments
/// @param environment what it sees on top of the environment of the tests
public record Program(List<String> command, Map<String, String> environment) {

    /// What a program that has ended left behind.
    ///
    /// @param code its exit code
    /// @param output standard output and standard error, as they came
    public record Ended(int code, String output) {
        /// Fails with what the program printed, unless all went well.
        public Ended succeeded(String what) {
            if (code != 0) {
                throw new AssertionError(what + " ended with " + code + ":\n" + output);
            }
            return this;
        }
    }

    /// A program on the PATH; if it is not there, the failure names the Debian package that has it.
    public static Program onPath(String name, String debianPackage) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> new Program(List.of(found.toString()), Map.of()))
                .orElseThrow(() -> new AssertionError(missing(name, debianPackage)));
    }

    /// A Python that has this module, the user's own or the system's; if there is none, the failure
    /// names the Debian package that brings it.
    public static Program python(
            String module, String debianPackage, Map<String, String> environment) {
        String none =
                "no Python has %s. Debian and Ubuntu have it: apt-get install %s"
                        .formatted(module, debianPackage);
        return Stream.of("python3", "/usr/bin/python3")
                .map(python -> new Program(List.of(python), environment))
                .filter(python -> python.with("-c", "import " + module).works())
                .findFirst()
                .orElseThrow(() -> new AssertionError(none));
    }

    private boolean works() {
        try {
            var builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false; // it is not there
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while " + command + " ran", e);
        }
    }

    /// The same with more arguments behind it.
    public Program with(String... arguments) {
        var all = Stream.concat(command.stream(), Stream.of(arguments)).toList();
        return new Program(all, environment);
    }

    /// The same with more in its environment.
    public Program in(Map<String, String> more) {
        var all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new Program(command, all);
    }

    /// Starts it; what it prints goes to `log`.
    public Process start(Path log) {
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs it to its end, or fails when that takes longer than `limit`.
    public Ended run(Path log, Duration limit) {
        Process process = start(log);
        try (var input = process.getOutputStream()) {
            input.flush();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                stop(process);
                throw new AssertionError(
                        command + " ran longer than " + limit + ":\n" + Files.readString(log));
            }
            return new Ended(process.exitValue(), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            stop(process);
            throw new IllegalStateException("interrupted while " + command + " ran", e);
        }
    }

    /// Ends a process and what it started.
    public static void stop(Process process) {
        var family = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        family.forEach(ProcessHandle::destroy);
        for (ProcessHandle member : family) {
            try {
                member.onExit().get(5, TimeUnit.SECONDS);
            } catch (Exception late) {
                member.destroyForcibly();
            }
        }
    }

    private static String missing(String name, String debianPackage) {
        return "`%s` is not on the PATH. Debian and Ubuntu have it: apt-get install %s"
                .formatted(name, debianPackage);
    }
}
