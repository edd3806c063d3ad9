package nacre.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The options that a kernel's Java is started with.
final class JavaFlags {
    private static final List<String> ALWAYS =
            List.of(
                    // a kernel writes nothing of its own accord: neither notices about the cache
                    // nor about libraries
                    "-Xlog:disable",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.awt.headless=true",
                    "-XX:+UseSerialGC",
                    // what the optimizer is done with goes back to the system: 20 MB
                    "-XX:TrimNativeHeapInterval=2000",
                    // and what the kernel finds unused when no cell runs, at once
                    "-XX:-ShrinkHeapInSteps",
                    "-XX:MinHeapFreeRatio=15",
                    "-XX:MaxHeapFreeRatio=35",
                    // what is free after a collection is not kept for fear of moving the rest
                    "-XX:MarkSweepDeadRatio=0");

    /// A start needs some 80 MB of heap, of which little stays: it goes without a collection, and
    /// what is too much is given back when the kernel is idle.
    private static final List<String> ROOMY =
            List.of("-XX:InitialHeapSize=320m", "-XX:MinHeapSize=64m");

    /// Where the user says how large the heap may be.
    private static final List<String> NARROW = List.of("-Xms64m");

    private static final int PATIENCE = 30;

    private JavaFlags() {}

    /// What every kernel is started with, and what the user wants besides.
    static List<String> with(List<String> more) {
        boolean isLimited = more.stream().anyMatch(flag -> flag.startsWith("-Xm"));
        return Stream.of(ALWAYS, isLimited ? NARROW : ROOMY, more).flatMap(List::stream).toList();
    }

    /// Fails in Java's own words if it does not start with these options: no kernel would either.
    static void tryOut(List<String> more) throws IOException {
        var command = new ArrayList<String>();
        command.add(Program.java().toString());
        command.addAll(with(more));
        command.add("-version");
        Path said = Files.createTempFile("nacre", ".log");
        try {
            Process java =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            boolean ended = java.waitFor(PATIENCE, TimeUnit.SECONDS);
            if (!ended || java.exitValue() != 0) {
                java.destroyForcibly();
                throw new InstallException(
                        "Java does not start with "
                                + String.join(" ", more)
                                + ": "
                                + Files.readString(said).lines().findFirst().orElse("it hangs"));
            }
        } catch (InterruptedException e) {
            throw new InstallException("stopped", e);
        } finally {
            Files.delete(said);
        }
    }
}
