package nacre.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import nacre.kernel.transport.ConnectionFile;
import nacre.kernel.transport.FrontEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `nacre rehearse`: plays a short lesson to a kernel of its own, so that Java learns what a kernel
/// needs at its start. The kernel starts and ends just as Jupyter's does.
///
/// The installation runs this with `-XX:AOTCacheOutput`.
@Command(
        name = "rehearse",
        hidden = true,
        description = "Play a short lesson, to train the start-up cache.")
final class RehearseCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path connectionFile = Files.createTempFile("nacre", ".json");
        Path history = Files.createTempFile("nacre", ".jsonl");
        try {
            ConnectionFile connection = ConnectionFile.onThisMachine();
            Files.writeString(connectionFile, connection.text());
            var lesson = CompletableFuture.supplyAsync(() -> play(connection));
            KernelCommand.serve(connectionFile, history, () -> {});
            lesson.join().forEach(this::tell);
            return lesson.join().isEmpty() ? 0 : 1;
        } finally {
            Files.delete(connectionFile);
            Files.delete(history);
        }
    }

    private void tell(String failed) {
        spec.commandLine().getErr().println("The lesson stumbles over: " + failed);
    }

    /// Plays the lesson; gives the cells that failed and should not have.
    private static List<String> play(ConnectionFile connection) {
        try (var frontEnd = new FrontEnd(connection)) {
            try {
                frontEnd.greet();
                List<String> failed =
                        Lesson.GOOD.stream().filter(cell -> !frontEnd.run(cell)).toList();
                Lesson.BAD.forEach(frontEnd::run);
                frontEnd.complete("System.out.pri", "System.out.pri".length());
                frontEnd.inspect("Math.max(1, 2)", "Math.max(".length());
                return failed;
            } finally {
                frontEnd.shutdown();
            }
        }
    }
}
