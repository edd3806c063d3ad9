package nacre.tests.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nacre.tests.Repository;

/// A copy of the script in a folder of its own, with a PATH that has only what the test puts there.
record Sandbox(Path folder) {
    private static final List<String> TOOLS =
            List.of(
                    "sh awk cat date dirname find grep head id mkdir mkfifo mktemp mv readlink rm sed sleep tail tr uname"
                            .split(" "));

    /// What a run left behind.
    record Ended(int code, String output) {}

    /// A copy in `folder`, with sources that are older than any build.
    static Sandbox in(Path folder) throws IOException {
        var sandbox = new Sandbox(folder);
        Files.createDirectories(sandbox.bin());
        for (String tool : TOOLS) {
            Files.createSymbolicLink(sandbox.bin().resolve(tool), onPath(tool));
        }
        sandbox.script(Files.readString(Repository.ROOT.resolve("nacre")));
        for (String source : List.of("pom.xml", "layers-lib/pom.xml", "kernel/pom.xml")) {
            sandbox.file(source, "<project/>");
        }
        sandbox.file("layers-lib/src/main/A.java", "");
        sandbox.file("kernel/src/main/B.java", "");
        return sandbox;
    }

    /// Replaces the script by this text.
    void script(String text) throws IOException {
        executable(folder.resolve("nacre"), text);
    }

    String script() throws IOException {
        return Files.readString(folder.resolve("nacre"));
    }

    /// Puts a `mvn` on the PATH that runs these lines of shell, and notes each call in `calls`.
    void maven(String lines) throws IOException {
        executable(
                bin().resolve("mvn"), "#!/bin/sh\necho call >>'" + calls() + "'\n" + lines + "\n");
    }

    /// How often the pretended Maven was called.
    long mavenCalls() throws IOException {
        return Files.exists(calls()) ? Files.readAllLines(calls()).size() : 0;
    }

    Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /// Starts `./nacre` with arguments.
    Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(folder.resolve("nacre").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", bin().toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    /// Runs `./nacre` with arguments to its end.
    Ended run(String... arguments) throws Exception {
        return end(start(arguments));
    }

    static Ended end(Process process) throws Exception {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("does not end; it printed\n" + output);
        }
        return new Ended(process.exitValue(), output);
    }

    private Path bin() {
        return folder.resolve("bin");
    }

    private Path calls() {
        return folder.resolve("calls");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private static Path onPath(String tool) {
        for (String folder : System.getenv("PATH").split(":")) {
            Path file = Path.of(folder, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new AssertionError("this machine has no " + tool);
    }
}
