package nacre.kernel.install;

import java.io.IOException;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The options that a kernel's Java is always started with.
final class JavaFlags {
    static final List<String> ALWAYS =
            List.of(
                    // a kernel writes nothing of its own accord: neither notices about the cache
                    // nor about libraries
                    "-Xlog:disable",
                    // an exception that is thrown often keeps its words and its lines
                    "-XX:-OmitStackTraceInFastThrow",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.awt.headless=true",
                    // this Java's own: else it looks through all jars for another maker of sockets
                    "-Djava.nio.channels.spi.SelectorProvider="
                            + SelectorProvider.provider().getClass().getName(),
                    "-XX:+UseSerialGC",
                    // the compilers leave the first cells more of the machine: what counts is in
                    // the start-up cache, and loops that matter are hot enough all the same
                    "-XX:CompileThresholdScaling=4",
                    // what the optimizer is done with goes back to the system: 20 MB
                    "-XX:TrimNativeHeapInterval=2000",
                    // and what the kernel finds unused when no cell runs, at once
                    "-XX:-ShrinkHeapInSteps",
                    "-XX:MinHeapFreeRatio=15",
                    "-XX:MaxHeapFreeRatio=35",
                    // a sixty-fourth of the machine's memory would be filled before the first
                    // collection: it starts small and grows with what a lesson keeps
                    "-Xms64m",
                    // what is free after a collection is not kept for fear of moving the rest
                    "-XX:MarkSweepDeadRatio=0");

    private static final int PATIENCE = 30;

    private JavaFlags() {}

    /// Fails in Java's own words if it does not start with these options: no kernel would either.
    static void tryOut(List<String> more) throws IOException {
        var command = new ArrayList<String>();
        command.add(Program.java().toString());
        command.addAll(more);
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
